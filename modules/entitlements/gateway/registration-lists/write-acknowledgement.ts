import { type RegistrationListFormat, registrationListNamespace } from '../../model/registration-list.ts';
import type { RecordResult } from '../../model/rejection.ts';
import { csvCell, xmlAttributes } from './written.ts';

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

/** A writer of `ramed.registration-acknowledgement/1`: one result for each record of a list. */
export function acknowledgementWriter(format: RegistrationListFormat): AcknowledgementWriter {
  return writers[format];
}

const columns = ['ordinal', 'line', 'request', 'result', 'registration', 'code', 'place'] as const;
const schema = 'ramed.registration-acknowledgement/1';

const writers: Readonly<Record<RegistrationListFormat, AcknowledgementWriter>> = {
  csv: {
    header: (told) => {
      const rows = Object.entries({ schema, ...told }).map(([name, value]) => `#${name};${csvCell(value)}\r\n`);
      return `${rows.join('')}${columns.join(';')}\r\n`;
    },
    record: (record) => `${columns.map((column) => csvCell(String(record[column] ?? ''))).join(';')}\r\n`,
    footer: () => '',
  },
  xml: {
    header: (told) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<acknowledgement xmlns="${registrationListNamespace}"${xmlAttributes({ schema, ...told })}>\n`,
    record: (record) =>
      `  <record${xmlAttributes(Object.fromEntries(columns.map((column) => [column, record[column] ?? undefined])))}/>\n`,
    footer: () => '</acknowledgement>\n',
  },
};
