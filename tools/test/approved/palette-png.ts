import { crc32, deflateSync } from 'node:zlib';

/** A picture as a browser gives it: four bytes a pixel. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

const COLOURS = 16;

/**
 * A PNG of sixteen colours, half a byte a pixel: a page has few colours and many shades of them at the edges of letters, which go to the nearest. The
 * same pixels always give the same bytes.
 */
export function toPalettePng(pixels: Pixels): Buffer {
  const palette = commonColours(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels.width, 0);
  header.writeUInt32BE(pixels.height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rowsOf(pixels, palette), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours that differ visibly from one another. */
function commonColours({ data }: Pixels): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(data, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, timesOfA], [b, timesOfB]) => timesOfB - timesOfA || a - b).map(([colour]) => colour);
  const chosen: number[] = [];
  for (const colour of sorted) {
    if (chosen.length === COLOURS) break;
    if (chosen.every((other) => distance(colour, other) > 500)) chosen.push(colour);
  }
  return chosen;
}

function rowsOf({ width, height, data }: Pixels, palette: readonly number[]): Buffer {
  const nearest = new Map<number, number>();
  const indexOf = (colour: number): number => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    const distances = palette.map((other) => distance(colour, other));
    const index = distances.indexOf(Math.min(...distances));
    nearest.set(colour, index);
    return index;
  };
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (indexOf(colourAt(data, (y * width + x) * 4)) << (x % 2 === 0 ? 4 : 0));
    }
  return rows;
}

function colourAt(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

function distance(a: number, b: number): number {
  const part = (shift: number) => (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2;
  return part(16) + part(8) + part(0);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
