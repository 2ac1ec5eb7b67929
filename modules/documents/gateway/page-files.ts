import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#platform/ids';

/** Where the bytes of pages lie, each named by its checksum: the same bytes lie once, and nobody changes them unseen. */
export type PageFiles = {
  /** Stores bytes for good before it returns; gives their checksum. */
  keep(bytes: Buffer): Promise<string>;
  /** Undefined when nothing is there. Throws when what is there is not what was stored. */
  read(checksum: string): Promise<Buffer | undefined>;
  remove(checksum: string): Promise<void>;
  /** The checksums stored and not touched again since a moment, folder by folder. */
  listUntouched(sinceMs: number): AsyncGenerator<string[]>;
};

/** Pages in a folder of the data folder, `papers/ab/abcd…`. Several servers of one house share it. */
export function pageFiles(dataFolder: string): PageFiles {
  const home = join(dataFolder, 'papers');
  const placeOf = (checksum: string) => join(home, checksum.slice(0, 2), checksum);
  return {
    async keep(bytes) {
      const checksum = checksumOf(bytes);
      const place = placeOf(checksum);
      if (await isThere(place)) {
        // Touched, so that no sweep takes it away before its new page is noted.
        await utimes(place, new Date(), new Date());
        return checksum;
      }
      await mkdir(join(home, checksum.slice(0, 2)), { recursive: true, mode: 0o700 });
      await writeWhole(place, bytes);
      return checksum;
    },
    async read(checksum) {
      const place = placeOf(checksum);
      if (!(await isThere(place))) return undefined;
      const bytes = await readFile(place);
      if (checksumOf(bytes) !== checksum) throw new Error(`documents: the bytes of ${checksum} have changed`);
      return bytes;
    },
    remove: (checksum) => rm(placeOf(checksum), { force: true }),
    async *listUntouched(sinceMs) {
      for (const folder of await namesIn(home)) {
        const untouched: string[] = [];
        for (const name of await namesIn(join(home, folder))) {
          const { mtimeMs } = await stat(join(home, folder, name));
          if (mtimeMs < sinceMs) untouched.push(name);
        }
        if (untouched.length > 0) yield untouched;
      }
    },
  };
}

function checksumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Under another name first: a power cut leaves the whole file or none. */
async function writeWhole(place: string, bytes: Buffer): Promise<void> {
  const draft = `${place}.${newId()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, place);
}

async function isThere(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  return (await isThere(folder)) ? readdir(folder) : [];
}
