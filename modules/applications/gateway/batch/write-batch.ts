import type { BatchFormat, BatchHeader, BatchRecord } from './batch.ts';
import { batchSchema } from './batch.ts';
import { csvWriter } from './csv-writer.ts';
import { xmlWriter } from './xml-writer.ts';

export type BatchMeta = Omit<BatchHeader, 'schema' | 'count'> & { readonly count?: number };

/** Pieces of a `ramed.batch/1` file, to be written in this order: one header, any number of records, one footer. UTF-8. */
export type BatchWriter = {
  header(meta: BatchMeta): string;
  record(record: BatchRecord): string;
  footer(): string;
};

/**
 * A writer of `ramed.batch/1`. `members` is the number of persons a row of CSV has columns for (the other formats need no limit);
 * a larger household throws a RangeError.
 */
export function batchWriter(format: BatchFormat, { members = 20 }: { readonly members?: number } = {}): BatchWriter {
  if (format === 'xml') return xmlWriter();
  return format === 'csv' ? csvWriter(members) : ndjsonWriter();
}

/** The whole batch, record by record: nothing is held but the record being written. */
export async function* writeBatch(
  records: AsyncIterable<BatchRecord> | Iterable<BatchRecord>,
  meta: BatchMeta,
  writer: BatchWriter,
): AsyncGenerator<string> {
  yield writer.header(meta);
  for await (const record of records) yield writer.record(record);
  yield writer.footer();
}

function ndjsonWriter(): BatchWriter {
  return {
    header: (meta) => `${JSON.stringify({ schema: batchSchema, ...meta })}\n`,
    record: ({ reference, declaration }) => `${JSON.stringify({ reference, kind: 'new', declaration })}\n`,
    footer: () => '',
  };
}
