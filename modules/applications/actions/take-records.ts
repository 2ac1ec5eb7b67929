import { z } from 'zod';
import type { Declaration } from '#modules/eligibility';
import { type DeedContext, defineAction } from '#platform/actions';
import { type Refusal, refuse } from '#platform/refusals';
import { adultCards } from '../model/adult-cards.ts';
import { applicationNumber } from '../model/application-number.ts';
import { sortRecords } from '../model/sort-records.ts';
import {
  getBatchForUpdate,
  insertApplications,
  insertRefusedRecords,
  listKnown,
  lockFiling,
  type RefusedRecord,
  takeSequence,
  updateBatch,
} from '../store/intake.ts';
import type { BatchRow } from '../store/tables.ts';
import { toFiledRow } from './filed-row.ts';

/** A record as the batch reader gave it: its declaration was parsed there, once. */
export type ReadRecord = {
  readonly ordinal: number;
  readonly line: number;
  readonly reference: string;
  readonly digest: string;
  readonly declaration: Declaration;
};

const Read = z.custom<ReadRecord>((value) => typeof value === 'object' && value !== null && 'declaration' in value);
const Refused = z.object({
  ordinal: z.int(),
  line: z.int(),
  reference: z.string().nullable(),
  refusals: z.array(z.custom<Refusal>()).min(1),
});

/**
 * Stores the next records of a batch: each becomes a filed request, or a refusal with its line and reasons. The batch's place moves in
 * the same transaction, so that an import cut at any moment goes on exactly where it was.
 */
export const takeRecords = defineAction({
  name: 'applications.take-records',
  summary: 'Store the next records of a batch as filed requests',
  permission: 'system:applications',
  input: z.object({
    batch: z.uuid(),
    firstOrdinal: z.int(),
    nextOrdinal: z.int(),
    records: z.array(Read),
    refused: z.array(Refused),
  }),
  output: z.object({ accepted: z.int(), refused: z.int(), repeated: z.int() }),
  refusals: ['out-of-order'],
  internal: true,
  identity: ({ batch, firstOrdinal, nextOrdinal }) => ({ batch, firstOrdinal, nextOrdinal }),
  async run(context, input) {
    const batch = await getBatchForUpdate(context.tx, input.batch);
    if (batch.next_ordinal !== input.firstOrdinal) return refuse('out-of-order', { facts: { expected: batch.next_ordinal } });
    const cards = input.records.flatMap((record) => adultCards(record.declaration.members).map((card) => card.cnie));
    const references = input.records.map((record) => record.reference);
    await lockFiling(context.tx);
    const known = await listKnown(context.tx, batch.sender, references, cards);
    const sorted = sortRecords(input.records, known, batch);
    const ids = await file(context, batch, sorted.fresh);
    const refused = [...input.refused.map(toRefusedRecord), ...sorted.refused.map(toRefusedRecord)];
    await insertRefusedRecords(context.tx, batch, refused);
    const counts = { accepted: ids.length, refused: refused.length, repeated: sorted.repeated };
    await updateBatch(context.tx, batch.id, {
      next_ordinal: input.nextOrdinal,
      accepted: batch.accepted + counts.accepted,
      refused: batch.refused + counts.refused,
      repeated: batch.repeated + counts.repeated,
    });
    if (ids.length > 0) context.emit('applications.filed', { applications: ids });
    return counts;
  },
});

async function file(context: DeedContext, batch: BatchRow, records: readonly ReadRecord[]): Promise<string[]> {
  const sequence = await takeSequence(context.tx, records.length);
  const year = context.today.year;
  const rows = records.map((record, index) => toRow(context, batch, record, applicationNumber(year, sequence[index] ?? 0)));
  const arrived = await insertApplications(context.tx, rows, context.actor.id);
  if (arrived !== rows.length) throw new Error('identifiers made here are new');
  context.journal(
    ...rows.map((row) => ({ subject: `application:${row.id}`, territory: row.territory, after: row.declaration_digest })),
  );
  return rows.map((row) => row.id);
}

function toRow(context: DeedContext, { sender, id }: BatchRow, record: ReadRecord, number: string) {
  const { reference, declaration, digest } = record;
  return toFiledRow(context, { number, sender, reference, batch: id, declaration, digest });
}

type RefusedInput = { ordinal: number; line: number; reference: string | null; refusals: readonly Refusal[] };

function toRefusedRecord(record: RefusedInput): RefusedRecord {
  return { ...record, rule: record.refusals[0]?.refused ?? 'unknown' };
}
