import { type Dimensions, jpegDimensions, pngDimensions, webpDimensions } from './dimensions.ts';
import { type PdfFault, sheetsOfPdf } from './pdf-sheets.ts';

export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** What some bytes are, by what is in them: neither their name nor what the browser says of them is asked. */
export type Recognised =
  | { readonly mediaType: MediaType; readonly sheets: number }
  | { readonly fault: 'empty' | 'not-a-paper' | 'heic' | 'unreadable' | 'too-small' | PdfFault };

/** Below this many points a side, a paper cannot be read. */
const SMALLEST_SIDE = 200;
/** Above this, whoever opens the picture waits for a machine that struggles: no telephone makes such photographs of a paper. */
const MOST_POINTS = 120_000_000;

export function recognise(bytes: Buffer): Recognised {
  if (bytes.length === 0) return { fault: 'empty' };
  if (startsWith(bytes, 'ffd8ff')) return asImage('image/jpeg', jpegDimensions(bytes));
  if (startsWith(bytes, '89504e470d0a1a0a')) return asImage('image/png', pngDimensions(bytes));
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return asImage('image/webp', webpDimensions(bytes));
  if (isHeic(bytes)) return { fault: 'heic' };
  // Some scanners put a few bytes before the mark, and readers look for it in the first kilobyte; ours wants it first.
  if (textAt(bytes, 0, 5) === '%PDF-') return asPdf(bytes);
  return { fault: 'not-a-paper' };
}

function asImage(mediaType: MediaType, dimensions: Dimensions | undefined): Recognised {
  if (!dimensions) return { fault: 'unreadable' };
  const { width, height } = dimensions;
  if (width * height > MOST_POINTS) return { fault: 'unreadable' };
  return Math.min(width, height) < SMALLEST_SIDE ? { fault: 'too-small' } : { mediaType, sheets: 1 };
}

function asPdf(bytes: Buffer): Recognised {
  const read = sheetsOfPdf(bytes);
  return 'fault' in read ? read : { mediaType: 'application/pdf', sheets: read.sheets };
}

/** The photographs of recent iPhones, which browsers at the counters cannot show; the telephone sends JPEG to whoever asks for it. */
const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif']);

function isHeic(bytes: Buffer): boolean {
  return textAt(bytes, 4, 4) === 'ftyp' && heicBrands.has(textAt(bytes, 8, 4));
}

function startsWith(bytes: Buffer, hex: string): boolean {
  return bytes.subarray(0, hex.length / 2).toString('hex') === hex;
}

function textAt(bytes: Buffer, start: number, length: number): string {
  return bytes.subarray(start, start + length).toString('latin1');
}
