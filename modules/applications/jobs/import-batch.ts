import { createReadStream } from 'node:fs';
import { dayOf } from '#platform/clock';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { endBatch } from '../actions/end-batch.ts';
import { type ReadRecord, takeRecords } from '../actions/take-records.ts';
import { type BatchFormat, readBatch } from '../gateway/batch/index.ts';
import { requestRules } from '../model/request-rules.ts';
import { batchToRead } from '../queries/batch-to-read.ts';

/** Records stored by one deed: large enough that a commit costs little, small enough that an interruption repeats little. */
const CHUNK = 400;

type Refused = { ordinal: number; line: number; reference: string | null; refusals: readonly { refused: string }[] };
type Chunk = { firstOrdinal: number; nextOrdinal: number; records: ReadRecord[]; refused: Refused[] };

/**
 * Reads a batch from where it was left and stores it chunk by chunk. Cut at any moment and started again, it goes on at the first record
 * that is not stored.
 */
export const importBatch: Job<{ batch: string }> = {
  name: 'applications.import-batch',
  on: 'applications.batch-received',
  async handle(context, { batch: id }) {
    const { batch } = expectDone(await context.desk.ask(batchToRead, { batch: id }, context), 'batch-to-read');
    if (batch.state !== 'receiving') return undefined;
    const source = createReadStream(batch.filePath, { highWaterMark: 1 << 18 });
    let chunk = emptyChunk(batch.nextOrdinal);
    for await (const item of readBatch(source, {
      format: batch.format as BatchFormat,
      startAt: batch.nextOrdinal,
      rules: requestRules(dayOf(context.clock.now()), batch.territory),
    })) {
      if (item.kind === 'record') chunk.records.push(item);
      if (item.kind === 'refused') chunk.refused.push({ ...item, reference: item.reference ?? null });
      if (item.kind === 'fatal' || item.kind === 'closed') {
        await store(context, id, chunk);
        const fault =
          item.kind === 'fatal' ? { line: item.line, rule: item.refusal.refused, facts: item.refusal.facts ?? {} } : undefined;
        expectDone(
          await context.desk.do(endBatch, { batch: id, fault }, { actor: context.actor, key: `${id}:end` }),
          'end-batch',
        );
        return undefined;
      }
      if (item.kind !== 'opened') chunk.nextOrdinal = item.ordinal + 1;
      if (chunk.nextOrdinal - chunk.firstOrdinal >= CHUNK) {
        await store(context, id, chunk);
        chunk = emptyChunk(chunk.nextOrdinal);
      }
    }
    return undefined;
  },
};

function emptyChunk(ordinal: number): Chunk {
  return { firstOrdinal: ordinal, nextOrdinal: ordinal, records: [], refused: [] };
}

async function store(context: JobContext, batch: string, chunk: Chunk): Promise<void> {
  if (chunk.nextOrdinal === chunk.firstOrdinal) return;
  const key = `${batch}:records:${chunk.firstOrdinal}`;
  expectDone(await context.desk.do(takeRecords, { batch, ...chunk }, { actor: context.actor, key }), 'take-records');
}
