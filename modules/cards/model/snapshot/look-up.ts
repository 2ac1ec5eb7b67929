import { bytesOf, type Hashes, type Manifest, outlookAt, shapeOf } from './manifest.ts';
import { findInSlice, sliceOf } from './packed-slice.ts';
import { ageClass, coverInput, fingerprintOf, type SnapshotOutlook } from './snapshot-entry.ts';

/** A set at hand: its manifest, and any stretch of its bytes. */
export type SetAtHand = { readonly manifest: Manifest; readonly read: (from: number, to: number) => Promise<Uint8Array> };

/** What a snapshot says of a number. `unclear`: two numbers share a fingerprint, and only the register can tell them apart. */
export type Found =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unclear' }
  | {
      readonly kind: 'known';
      readonly outlook: SnapshotOutlook;
      /** Of each member, years before the year of the set. */
      readonly ages: readonly number[];
      readonly set: Manifest;
    };

/** The latest set that knows the number answers; `sets` as they were issued, the whole first. */
export async function lookUp(sets: readonly SetAtHand[], name: string, hashes: Hashes): Promise<Found> {
  const [first] = sets;
  if (!first) return { kind: 'nobody' };
  const digest = await hashes.hmac(bytesOf(first.manifest.key), name);
  for (const set of sets.toReversed()) {
    const found = await lookUpIn(set, digest, hashes);
    if (found) return found.kind === 'known' && found.outlook.state === 'gone' ? { kind: 'nobody' } : found;
  }
  return { kind: 'nobody' };
}

async function lookUpIn({ manifest, read }: SetAtHand, digest: Uint8Array, hashes: Hashes): Promise<Found | undefined> {
  if (manifest.entries === 0) return undefined;
  const shape = shapeOf(manifest);
  const fingerprint = fingerprintOf(digest);
  const slice = sliceOf(fingerprint, shape);
  const [from, to] = boundsIn(await read(slice * OFFSET_BYTES, (slice + 2) * OFFSET_BYTES));
  const cover = await hashes.sha256(coverInput(digest, manifest));
  const bytes = await read(from, to);
  const said = findInSlice(bytes, { fingerprint, cover }, shape).flatMap(({ outlook: place, ages }) => {
    const outlook = outlookAt(manifest, place);
    return outlook ? [{ outlook, ages }] : [];
  });
  const [only] = said;
  if (!only) return undefined;
  return said.length > 1 ? { kind: 'unclear' } : { kind: 'known', ...only, set: manifest };
}

/** Before the slices stands where each begins and the last ends, four bytes each. */
export const OFFSET_BYTES = 4;

function boundsIn(table: Uint8Array): readonly [number, number] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return [view.getUint32(0), view.getUint32(OFFSET_BYTES)];
}

/** How many numbers that nobody has pass for somebody's: one in so many. */
export function oneInHowMany(sets: readonly Manifest[]): number {
  const entries = sets.reduce((sum, set) => sum + set.entries, 0);
  return entries === 0 ? Number.POSITIVE_INFINITY : Math.floor(2 ** 40 / entries);
}

/** Whether somebody born in a year is of the family; `unsure` where it has more members than an entry holds. */
export function isMember(found: Found, birthYear: number): 'yes' | 'no' | 'unsure' {
  if (found.kind !== 'known' || found.ages.length === 0) return 'unsure';
  if (found.ages.includes(ageClass(birthYear, Number(found.set.day.slice(0, 4))))) return 'yes';
  return found.ages.length >= MOST_TOLD ? 'unsure' : 'no';
}

const MOST_TOLD = 30;
