import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BatchFormat, detectFormat, readBatch, receiveBatch } from '#modules/applications';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { isRefusal, type Refusal } from '#platform/refusals';
import type { House } from '../house.ts';

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
  const { path, digest } = await keep(join(house.config.dataFolder, 'batches'), source);
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

async function keep(folder: string, source: AsyncIterable<Uint8Array>): Promise<{ path: string; digest: string }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const arriving = join(folder, `arriving-${newId()}`);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(source, hashing, createWriteStream(arriving, { mode: 0o600 }));
  } catch (cause) {
    await rm(arriving, { force: true });
    throw cause;
  }
  const digest = hash.digest('hex');
  const path = join(folder, digest);
  await rename(arriving, path);
  return { path, digest };
}

async function openHeader(path: string) {
  const format = await formatOf(path);
  for await (const item of readBatch(createReadStream(path), { format: format ?? 'auto' })) {
    if (item.kind === 'opened' && format) return { header: item.header, format };
    if (item.kind === 'fatal') return item.refusal;
  }
  throw new Error('a batch opens or fails before it ends');
}

async function formatOf(path: string): Promise<BatchFormat | undefined> {
  for await (const chunk of createReadStream(path, { end: 4_095 })) return detectFormat(chunk as Buffer);
  return undefined;
}
