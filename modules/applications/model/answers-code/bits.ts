/** Bits in a row, the highest of a value first: what the fields of a compact code are written into. */
export type BitWriter = { put(value: number, width: number): void; bytes(): Uint8Array };

/** Reads them back. `isOut` once more was read than there is: what came out of it is worth nothing. */
export type BitReader = { take(width: number): number; isOut(): boolean; rest(): number };

export function bitWriter(): BitWriter {
  const bytes: number[] = [];
  let length = 0;
  return {
    put(value, width) {
      for (let at = width - 1; at >= 0; at -= 1) {
        const bit = Math.floor(value / 2 ** at) % 2;
        if (length % 8 === 0) bytes.push(0);
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | (bit << (7 - (length % 8)));
        length += 1;
      }
    },
    bytes: () => Uint8Array.from(bytes),
  };
}

export function bitReader(bytes: Uint8Array): BitReader {
  const length = bytes.length * 8;
  let at = 0;
  return {
    take(width) {
      let value = 0;
      for (let taken = 0; taken < width; taken += 1, at += 1) {
        const byte = at < length ? (bytes[at >> 3] ?? 0) : 0;
        value = value * 2 + ((byte >> (7 - (at % 8))) & 1);
      }
      return value;
    },
    isOut: () => at > length,
    rest: () => length - at,
  };
}

/** The texts so far stand beside the bits: a name that comes again is written as its place. */
export type Writing = { readonly bits: BitWriter; readonly texts: string[] };
export type Reading = { readonly bits: BitReader; readonly texts: string[] };

/** A code that says what no writer writes: it is not of this layout. */
export class NotThisLayoutError extends Error {
  override readonly name = 'NotThisLayoutError';
}
