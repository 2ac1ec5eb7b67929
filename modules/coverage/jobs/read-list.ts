import { createReadStream } from 'node:fs';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import type { ListFault } from '#platform/lists';
import { endList } from '../actions/end-list.ts';
import { takeLines } from '../actions/take-lines.ts';
import { type ReadCover, type RefusedLine, readList } from '../gateway/lists/index.ts';
import { listToRead } from '../queries/lists.ts';

/** Lines stored by one deed: a commit then costs little beside them, and an interruption repeats little. */
const CHUNK = 20_000;

type Chunk = { readonly first: number; next: number; readonly covers: ReadCover[]; readonly refused: RefusedLine[] };

/**
 * Reads a list from where it was left and stores its lines chunk by chunk, then has it reconciled. Cut at any moment and started again, it
 * goes on at the first line that is not stored. Nothing but one chunk is held.
 */
export const readCoverList: Job<{ list: string }> = {
  name: 'coverage.read-list',
  on: 'coverage.list-received',
  async handle(context, { list: id }) {
    const { list } = expectDone(await context.desk.ask(listToRead, { list: id }, context), 'list-to-read');
    if (list.state !== 'receiving') return undefined;
    const source = createReadStream(list.filePath, { highWaterMark: 1 << 20 });
    let chunk = emptyChunk(list.nextOrdinal);
    for await (const item of readList(source, { format: list.format, startAt: list.nextOrdinal })) {
      if (item.kind === 'fatal') return end(context, id, { fault: item.fault });
      if (item.kind !== 'lines') continue;
      for (const cover of item.covers) chunk.covers.push(cover);
      for (const refused of item.refused) chunk.refused.push(refused);
      chunk.next = item.next;
      if (chunk.next - chunk.first < CHUNK) continue;
      await store(context, id, chunk);
      chunk = emptyChunk(chunk.next);
    }
    await store(context, id, chunk);
    return end(context, id, {});
  },
};

function emptyChunk(first: number): Chunk {
  return { first, next: first, covers: [], refused: [] };
}

async function store(context: JobContext, list: string, chunk: Chunk): Promise<void> {
  if (chunk.next === chunk.first) return;
  const key = `${list}:lines:${chunk.first}`;
  expectDone(await context.desk.do(takeLines, { list, ...chunk }, { actor: context.actor, key }), 'take-lines');
}

async function end(context: JobContext, list: string, { fault }: { fault?: ListFault }): Promise<undefined> {
  const input = fault === undefined ? { list } : { list, fault };
  expectDone(await context.desk.do(endList, input, { actor: context.actor, key: `${list}:end` }), 'end-list');
  return undefined;
}
