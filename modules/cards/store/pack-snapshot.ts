import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { OFFSET_BYTES } from '../model/snapshot/look-up.ts';
import { outlookBitsFor, type Unsealed } from '../model/snapshot/manifest.ts';
import { type PlainEntry, packSlice, type SetShape, shapeFor, sliceOf } from '../model/snapshot/packed-slice.ts';
import { ageClass, coverInput, fingerprintOf, MOST_MEMBERS } from '../model/snapshot/snapshot-entry.ts';
import {
  birthYearsIn,
  outlookIn,
  outlookRow,
  PARTITIONS,
  readPartition,
  type SpoolEntry,
  type SpoolSum,
} from './snapshot-spool.ts';

/** A piece small enough to be lost on a bad line without harm. */
const PART_BYTES = 256 * 1024;

/** What a set is called and when it was made; the rest of its manifest follows from its entries. */
export type SetStamp = Pick<Unsealed, 'series' | 'number' | 'day' | 'issued_at' | 'key' | 'previous'>;

/** Writes the entries of a spool into a file of slices, a partition at a time, and says what its manifest is to say. */
export function packSpool(
  spool: string,
  { sum, file }: { readonly sum: SpoolSum; readonly file: string },
  stamp: SetStamp,
): Unsealed {
  const outlooks = sum.outlooks.map((outlook) => outlookRow(outlook, stamp.day));
  const shape = shapeFor(sum.entries, outlookBitsFor(outlooks.length));
  const bytes = writeSlices(file, entriesOf(spool, sum, stamp), shape);
  return {
    format: 'ramed.snapshot/1',
    ...stamp,
    entries: sum.entries,
    slice_bits: shape.sliceBits,
    rice_bits: shape.riceBits,
    outlooks,
    bytes,
    part_bytes: PART_BYTES,
    parts: digestsOfParts(file, bytes),
  };
}

function* entriesOf(spool: string, { outlooks }: SpoolSum, stamp: SetStamp): Generator<PlainEntry> {
  const placeOf = new Map(outlooks.map((outlook, place) => [outlook, place]));
  const year = Number(stamp.day.slice(0, 4));
  const toEntry = ({ digest, said }: SpoolEntry): PlainEntry => ({
    fingerprint: fingerprintOf(digest),
    outlook: placeOf.get(outlookIn(said)) ?? 0,
    ages: birthYearsIn(said)
      .slice(0, MOST_MEMBERS)
      .map((birthYear) => ageClass(birthYear, year)),
    cover: createHash('sha256').update(coverInput(digest, stamp)).digest(),
  });
  for (let at = 0; at < PARTITIONS; at += 1) for (const entry of readPartition(spool, at)) yield toEntry(entry);
}

/** The table of where each slice begins, then the slices. Gives the size of the file. */
function writeSlices(file: string, entries: Iterable<PlainEntry>, shape: SetShape): number {
  const slices = 2 ** shape.sliceBits;
  const offsets = Buffer.alloc((slices + 1) * OFFSET_BYTES);
  const to = openSync(file, 'w', 0o600);
  let end = offsets.length;
  let open = 0;
  let waiting: PlainEntry[] = [];
  const endSlice = () => {
    const packed = packSlice(waiting, shape);
    writeSync(to, packed, 0, packed.length, end);
    offsets.writeUInt32BE(end, open * OFFSET_BYTES);
    end += packed.length;
    open += 1;
    waiting = [];
  };
  for (const entry of entries) {
    while (open < sliceOf(entry.fingerprint, shape)) endSlice();
    waiting.push(entry);
  }
  while (open < slices) endSlice();
  offsets.writeUInt32BE(end, slices * OFFSET_BYTES);
  writeSync(to, offsets, 0, offsets.length, 0);
  closeSync(to);
  return end;
}

function digestsOfParts(file: string, bytes: number): string[] {
  const from = openSync(file, 'r');
  const part = Buffer.alloc(PART_BYTES);
  const digests: string[] = [];
  for (let at = 0; at < bytes; at += PART_BYTES) {
    const read = readSync(from, part, 0, Math.min(PART_BYTES, bytes - at), at);
    digests.push(createHash('sha256').update(part.subarray(0, read)).digest('base64url'));
  }
  closeSync(from);
  return digests;
}
