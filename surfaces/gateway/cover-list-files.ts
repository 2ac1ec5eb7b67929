import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CoverListHeader, type ListPartner, readList, receiveList } from '#modules/coverage';
import type { ListFormat } from '#platform/lists';
import type { Actor } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import type { House } from '../house.ts';
import { formatOfKept, keepFile } from './kept-file.ts';

export type ReceivedList = { readonly list: string; readonly known: boolean };

/**
 * Takes an insurer's list whole into the house's own folder, by its sender and the digest of its bytes, and registers it. Refuses what is not a list, or
 * not this partner's to send, before anything is registered; then the file is not kept either.
 */
export async function receiveListFile(
  house: House,
  source: AsyncIterable<Uint8Array>,
  { partner, actor }: { partner: ListPartner; actor: Actor },
): Promise<ReceivedList | Refusal> {
  const { path, digest } = await keepFile(join(house.config.dataFolder, 'cover-lists', partner), source);
  const opened = await openHeader(path);
  if (isRefusal(opened)) {
    await rm(path, { force: true });
    return opened;
  }
  const input = { partner, ...opened, fileDigest: digest, filePath: path };
  const outcome = await house.desk.do(receiveList, input, { actor, key: `cover-list:${partner}:${digest}` });
  if (outcome.ok) return { list: outcome.output.list, known: outcome.output.known || outcome.repeated };
  await rm(path, { force: true });
  return outcome.refusal;
}

async function openHeader(path: string): Promise<{ header: CoverListHeader; format: ListFormat } | Refusal> {
  const format = await formatOfKept(path);
  if (format === undefined) return refuse('list-unreadable', { facts: { rule: 'format-unknown', place: '', line: 1 } });
  for await (const item of readList(createReadStream(path), { format })) {
    if (item.kind === 'opened') return { header: item.header, format };
    if (item.kind === 'fatal') return refuse('list-unreadable', { facts: { ...item.fault } });
  }
  throw new Error('a list opens or fails before it ends');
}
