import { listWriter } from '#platform/lists';
import { type RegistrationListFormat, registrationListNamespace } from '../../model/registration-list.ts';
import type { RecordResult } from '../../model/rejection.ts';

/** One record as it is acknowledged: where it stood, what became of it, its number or why not. */
export type AcknowledgedRecord = {
  readonly ordinal: number;
  readonly line: number;
  readonly request: string | null;
  readonly result: RecordResult;
  readonly registration: string | null;
  readonly code: string | null;
  readonly place: string;
};

type Told = { readonly list: string; readonly reference: string; readonly province: string; readonly state: string };

export type AcknowledgementWriter = {
  header(told: Told): string;
  record(record: AcknowledgedRecord): string;
  footer(): string;
};

const columns = ['ordinal', 'line', 'request', 'result', 'registration', 'code', 'place'] as const;
const schema = 'ramed.registration-acknowledgement/1';

/** A writer of `ramed.registration-acknowledgement/1`: one result for each record of a list. */
export function acknowledgementWriter(format: RegistrationListFormat): AcknowledgementWriter {
  const shape = { root: 'acknowledgement', namespace: registrationListNamespace, record: { name: 'record', fields: columns } };
  const { header, record, footer } = listWriter(shape, format);
  return { header: (told) => header({ schema, ...told }), record: (one) => record(toTexts(one)), footer };
}

function toTexts(record: AcknowledgedRecord): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column) => [column, String(record[column] ?? '')]));
}
