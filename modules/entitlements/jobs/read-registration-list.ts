import { createReadStream } from 'node:fs';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import type { ListFault } from '#platform/lists';
import { endRegistrationList } from '../actions/end-registration-list.ts';
import { takeRegistrationRecords } from '../actions/take-registration-records.ts';
import { type ReadRecord, readRegistrationList, type UnreadableRecord } from '../gateway/registration-lists/index.ts';
import { registrationListToRead } from '../queries/registration-lists.ts';

/** Families judged by one deed. */
const CHUNK = 500;

type Chunk = { readonly first: number; next: number; readonly records: ReadRecord[]; readonly unreadable: UnreadableRecord[] };

/**
 * Reads a list to register from where it was left, and has its records judged chunk by chunk. Cut at any moment and started again, it goes on at
 * the first record that is not judged. Nothing but one chunk is held.
 */
export const readListToRegister: Job<{ list: string }> = {
  name: 'entitlements.read-registration-list',
  on: 'entitlements.registration-list-received',
  async handle(context, { list: id }) {
    const { list } = expectDone(
      await context.desk.ask(registrationListToRead, { list: id }, context),
      'registration-list-to-read',
    );
    if (list.state !== 'receiving') return undefined;
    const source = createReadStream(list.filePath, { highWaterMark: 1 << 16 });
    let chunk = emptyChunk(list.nextOrdinal);
    let fault: ListFault | undefined;
    for await (const item of readRegistrationList(source, { format: list.format, startAt: list.nextOrdinal })) {
      if (item.kind === 'fatal') fault = item.fault;
      if (item.kind !== 'families') continue;
      chunk.records.push(...item.records);
      chunk.unreadable.push(...item.unreadable);
      chunk.next = item.next;
      if (chunk.next - chunk.first < CHUNK) continue;
      await take(context, id, chunk);
      chunk = emptyChunk(chunk.next);
    }
    await take(context, id, chunk);
    const input = fault === undefined ? { list: id } : { list: id, fault };
    expectDone(await context.desk.do(endRegistrationList, input, { actor: context.actor, key: `${id}:end` }), 'end-list');
    return undefined;
  },
};

function emptyChunk(first: number): Chunk {
  return { first, next: first, records: [], unreadable: [] };
}

async function take(context: JobContext, list: string, chunk: Chunk): Promise<void> {
  if (chunk.next === chunk.first) return;
  const key = `${list}:records:${chunk.first}`;
  expectDone(await context.desk.do(takeRegistrationRecords, { list, ...chunk }, { actor: context.actor, key }), 'take-records');
}
