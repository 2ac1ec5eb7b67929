import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SigningKey } from '../model/signing-keys.ts';
import type { SetAtHand } from '../model/snapshot/look-up.ts';
import type { Manifest } from '../model/snapshot/manifest.ts';
import { digestOfManifest, sealManifest } from '../model/snapshot/seal-manifest.ts';
import type { SnapshotOutlook } from '../model/snapshot/snapshot-entry.ts';
import { writeChanges } from '../store/compare-spools.ts';
import { packSpool } from '../store/pack-snapshot.ts';
import { openSpoolWriter, toSaid } from '../store/snapshot-spool.ts';

/** What is known of each name on a day; the naive snapshot that the real one must equal. */
export type Picture = Iterable<readonly [name: string, told: Told]>;
export type Told = { readonly outlook: SnapshotOutlook; readonly birthYears: readonly number[] };

export type PublishedSet = { readonly manifest: Manifest; readonly bytes: Buffer };

/** The keyed digest of a name, or, in a test, a narrower one. */
const keyedDigest = (secret: Buffer, name: string): Buffer => createHmac('sha256', secret).update(name).digest();

/** A publisher of pictures without a database: the first one whole, each later one as what has changed. */
export function aPublisher(key: SigningKey, series = 1, digestOf = keyedDigest) {
  const folder = mkdtempSync(join(tmpdir(), 'ramed-snapshots-'));
  const secret = createHash('sha256').update(`key of series ${series}`).digest();
  const sets: PublishedSet[] = [];
  let before: string | undefined;
  return {
    sets,
    publish(picture: Picture, day: string): PublishedSet {
      const place = join(folder, randomBytes(4).toString('hex'));
      const sum = fill(`${place}-told`, picture, (name) => digestOf(secret, name));
      const last = sets.at(-1)?.manifest;
      const changes =
        before === undefined ? undefined : writeChanges({ earlier: before, later: `${place}-told`, into: `${place}-changed` });
      const stamp = {
        ...{ series, number: sets.length, day, issued_at: `${day}T01:10:00Z`, key: secret.toString('base64url') },
        previous: last ? digestOfManifest(last) : null,
      };
      const file = `${place}.bin`;
      const spool = changes ? `${place}-changed` : `${place}-told`;
      const manifest = sealManifest(packSpool(spool, { sum: changes ?? sum, file }, stamp), key);
      before = `${place}-told`;
      const set = { manifest, bytes: readFileSync(file) };
      sets.push(set);
      return set;
    },
  };
}

function fill(folder: string, picture: Picture, digestOf: (name: string) => Buffer) {
  const writer = openSpoolWriter(folder);
  for (const [name, { outlook, birthYears }] of picture)
    writer.add({ digest: digestOf(name), said: toSaid(outlook, birthYears) });
  return writer.close();
}

export function atHand({ manifest, bytes }: PublishedSet): SetAtHand {
  return { manifest, read: async (from, to) => bytes.subarray(from, to) };
}
