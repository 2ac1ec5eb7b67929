import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readBatch, receiveBatch } from '#modules/applications';
import type { Actor } from '#platform/permissions';
import { isRefusal, type Refusal } from '#platform/refusals';
import type { House } from '../house.ts';
import { formatOfKept, keepFile } from './kept-file.ts';

export type Received = { readonly batch: string; readonly known: boolean };

/**
 * Takes a file of requests whole into the house's own folder, under the digest of its bytes, and registers it. The sender's copy is not
 * needed again, whatever happens next. Refuses a file that is not a batch before anything is registered.
 */
export async function receiveBatchFile(
  house: House,
  source: AsyncIterable<Uint8Array>,
  by: { actor: Actor; rehearsal: boolean },
): Promise<Received | Refusal> {
  const { path, digest } = await keepFile(join(house.config.dataFolder, 'batches'), source);
  const opened = await openHeader(path);
  if (isRefusal(opened)) {
    await rm(path, { force: true });
    return opened;
  }
  const { header, format } = opened;
  const input = {
    sender: header.sender,
    reference: header.reference,
    fileDigest: digest,
    filePath: path,
    format,
    rehearsal: by.rehearsal,
  };
  const key = `batch:${digest}:${by.actor.id}`;
  const outcome = await house.desk.do(receiveBatch, input, { actor: by.actor, key });
  if (!outcome.ok) return outcome.refusal;
  return { batch: outcome.output.batch, known: outcome.output.known || outcome.repeated };
}

async function openHeader(path: string) {
  const format = await formatOfKept(path);
  for await (const item of readBatch(createReadStream(path), { format: format ?? 'auto' })) {
    if (item.kind === 'opened' && format) return { header: item.header, format };
    if (item.kind === 'fatal') return item.refusal;
  }
  throw new Error('a batch opens or fails before it ends');
}
