import { BitReader, BitWriter } from './bits.ts';
import { AGE_BITS, FINGERPRINT_BITS } from './snapshot-entry.ts';

/** How the entries of a set are written; it stands in the manifest of the set. */
export type SetShape = {
  /** 2 to this power slices, each with the entries whose fingerprints begin alike. */
  readonly sliceBits: number;
  /** The parameter of the Rice code of the distances between fingerprints. */
  readonly riceBits: number;
  readonly outlookBits: number;
};

export type PlainEntry = {
  readonly fingerprint: number;
  readonly outlook: number;
  readonly ages: readonly number[];
  /** 32 bytes that cover the outlook and the ages. */
  readonly cover: Uint8Array;
};

/** About so many entries a slice: found in some hundredths of a millisecond, and the table of slices is a three-hundredth of the whole. */
const ENTRIES_A_SLICE = 256;
const COUNT_BITS = 16;

export function shapeFor(entries: number, outlookBits: number): SetShape {
  const many = Math.max(1, entries);
  return {
    sliceBits: Math.max(0, Math.min(16, Math.round(Math.log2(many / ENTRIES_A_SLICE)))),
    riceBits: Math.max(0, Math.floor(FINGERPRINT_BITS - Math.log2(many))),
    outlookBits,
  };
}

export function sliceOf(fingerprint: number, { sliceBits }: SetShape): number {
  return Math.floor(fingerprint / 2 ** (FINGERPRINT_BITS - sliceBits));
}

/** The entries of one slice, in the order of their fingerprints: how many, then of each the distance to the one before, how many members, then what is covered. */
export function packSlice(entries: readonly PlainEntry[], shape: SetShape, writer = new BitWriter()): Uint8Array {
  let before = 0;
  writer.write(entries.length, COUNT_BITS);
  for (const { fingerprint, outlook, ages, cover } of entries) {
    const low = fingerprint % 2 ** (FINGERPRINT_BITS - shape.sliceBits);
    writer.writeRice(low - before, shape.riceBits);
    before = low;
    writer.writeRice(ages.length, 1);
    const covering = new BitReader(cover);
    writer.write(outlook ^ covering.read(shape.outlookBits), shape.outlookBits);
    for (const age of ages) writer.write(age ^ covering.read(AGE_BITS), AGE_BITS);
  }
  return writer.take();
}

/** What the entries of this fingerprint say once the cover of the number asked about is taken off: of another number's, nothing that means anything. */
export function findInSlice(
  slice: Uint8Array,
  sought: Pick<PlainEntry, 'fingerprint' | 'cover'>,
  shape: SetShape,
): readonly { readonly outlook: number; readonly ages: readonly number[] }[] {
  const reader = new BitReader(slice);
  const wanted = sought.fingerprint % 2 ** (FINGERPRINT_BITS - shape.sliceBits);
  const found = [];
  let low = 0;
  for (let left = reader.read(COUNT_BITS); left > 0; left -= 1) {
    low += reader.readRice(shape.riceBits);
    if (low > wanted) break;
    const members = reader.readRice(1);
    if (low < wanted) {
      for (let bits = shape.outlookBits + members * AGE_BITS; bits > 0; bits -= 24) reader.read(Math.min(24, bits));
      continue;
    }
    const cover = new BitReader(sought.cover);
    const outlook = reader.read(shape.outlookBits) ^ cover.read(shape.outlookBits);
    found.push({ outlook, ages: Array.from({ length: members }, () => reader.read(AGE_BITS) ^ cover.read(AGE_BITS)) });
  }
  return found;
}
