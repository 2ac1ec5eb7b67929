import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '#platform/ids';
import { detectListFormat, type ListFormat } from '#platform/lists';

/** Takes a file that arrives whole into a folder of the house, named by the digest of its bytes. A file that breaks off leaves nothing. */
export async function keepFile(folder: string, source: AsyncIterable<Uint8Array>): Promise<{ path: string; digest: string }> {
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

/** The format of a file that was kept, by its first bytes; undefined when it is none. */
export async function formatOfKept(path: string): Promise<ListFormat | undefined> {
  for await (const chunk of createReadStream(path, { end: 4_095 })) return detectListFormat(chunk as Buffer);
  return undefined;
}
