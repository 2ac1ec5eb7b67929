import { inflateSync } from 'node:zlib';

/** `protected`: it asks for a password. `active`: it would do something when it is opened. */
export type PdfFault = 'unreadable' | 'protected' | 'active';

/**
 * How many sheets a PDF has, or why it is not taken. Nothing in it is run or drawn. Every step takes time in proportion to the file: one
 * made to keep its reader busy does not. What cannot be looked into is not taken, since whatever opens it later may see more.
 */
export function sheetsOfPdf(bytes: Buffer): { readonly sheets: number } | { readonly fault: PdfFault } {
  const text = bytes.toString('latin1');
  if (!text.slice(-2_048).includes('%%EOF')) return { fault: 'unreadable' };
  const whole = withoutEscapes(text);
  const fault = faultIn(whole);
  if (fault) return { fault };
  const { outside, streams } = apart(text);
  const packed = streams.filter(({ dictionary }) => dictionary.includes(PACKED));
  // One that stands where no stream was seen, behind a remark that only looks like one, would not be unpacked.
  if (packed.length !== whole.split(PACKED).length - 1) return { fault: 'unreadable' };
  const objects = unpack(packed, bytes);
  if (!objects) return { fault: 'unreadable' };
  const parts = [withoutEscapes(outside), ...objects];
  for (const part of parts) {
    const packedFault = faultIn(part) ?? (/\/XFA\b/.test(part) ? 'active' : undefined);
    if (packedFault) return { fault: packedFault };
  }
  const sheets = parts.reduce((sum, part) => sum + (part.match(/\/Type\s*\/Page(?![\w#])/g)?.length ?? 0), 0);
  return sheets === 0 ? { fault: 'unreadable' } : { sheets };
}

/** Scripts, programs to start, files within the file, forms that send themselves: names too long to be spelled by chance in a picture. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)\b/;

function faultIn(part: string): PdfFault | undefined {
  if (/\/Encrypt\b/.test(part)) return 'protected';
  return ACTIVE.test(part) ? 'active' : undefined;
}

const HASH = 0x23;

/** `/JavaScr#69pt` is `/JavaScript`. Byte by byte: a file may consist of nothing else. */
function withoutEscapes(part: string): string {
  if (!part.includes('#')) return part;
  const bytes = Buffer.from(part, 'latin1');
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] === HASH ? digitAt(bytes, at + 1) * 16 + digitAt(bytes, at + 2) : -1;
    if (code >= 0) at += 2;
    bytes[length] = code >= 0 ? code : (bytes[at] ?? 0);
    length += 1;
  }
  return bytes.toString('latin1', 0, length);
}

/** The value of a hexadecimal digit; far below nought when it is none. */
function digitAt(bytes: Buffer, at: number): number {
  const code = bytes[at] ?? 0;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1_000;
}

/** Since PDF 1.5 the objects themselves may be packed away in streams of this type. */
const PACKED = '/ObjStm';

/** A stream: what stands between it and the one before, and where its bytes lie. */
type Stream = { readonly dictionary: string; readonly start: number; readonly end: number };

/** A picture's bytes may spell anything: sheets are counted in what stands between the streams. */
function apart(text: string): { readonly outside: string; readonly streams: readonly Stream[] } {
  const opening = /\bstream\r?\n/g;
  const outside: string[] = [];
  const streams: Stream[] = [];
  for (let at = 0; ; ) {
    opening.lastIndex = at;
    const found = opening.exec(text);
    const end = found ? text.indexOf('endstream', opening.lastIndex) : -1;
    if (!found || end < 0) return { outside: [...outside, text.slice(at)].join(' '), streams };
    const between = text.slice(at, found.index);
    outside.push(between);
    streams.push({ dictionary: withoutEscapes(between), start: opening.lastIndex, end });
    at = end + 'endstream'.length;
  }
}

/** Ten sheets have a few dozen such streams, of some kilobytes each. A file made to swell fills neither the memory nor the time. */
const MOST_PACKED = 200;
const MOST_UNPACKED_BYTES = 16 * 1_048_576;

/** What was packed away; undefined when something could not be unpacked, or swells beyond what a paper needs. */
function unpack(streams: readonly Stream[], bytes: Buffer): readonly string[] | undefined {
  if (streams.length > MOST_PACKED) return undefined;
  const found: string[] = [];
  let left = MOST_UNPACKED_BYTES;
  for (const { dictionary, start, end } of streams) {
    const unpacked = left > 0 && isDeflated(dictionary) ? inflate(bytes.subarray(start, end), left) : undefined;
    if (unpacked === undefined) return undefined;
    left -= unpacked.length;
    found.push(withoutEscapes(unpacked));
  }
  return found;
}

/** Packed as programs pack objects: once, without parameters. Anything else could hide what is in it from who looks here first. */
function isDeflated(dictionary: string): boolean {
  const once = /\/Filter\s*(\[\s*\/FlateDecode\s*\]|\/FlateDecode\b)/.test(dictionary);
  return once && dictionary.split('/Filter').length === 2 && !/\/(DecodeParms|DP|F)\b/.test(dictionary);
}

/** To its very end: one that breaks off here may go on for another reader. */
function inflate(packed: Buffer, most: number): string | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString('latin1');
  } catch {
    return undefined;
  }
}
