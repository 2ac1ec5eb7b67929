import type { BatchFormat } from './batch.ts';

/** The format of a batch by its first bytes (some hundred are enough), a byte-order mark allowed; undefined when it is none of the three. */
export function detectFormat(firstBytes: Uint8Array): BatchFormat | undefined {
  const text = Buffer.from(firstBytes)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (text.startsWith('<')) return 'xml';
  if (text.startsWith('{')) return 'ndjson';
  return /^"?#/.test(text) ? 'csv' : undefined;
}

/** The encoding that betrays itself when it is not UTF-8: a UTF-16 or UTF-32 mark, or the NULs between its letters. */
export function foreignEncoding(firstBytes: Uint8Array): string | undefined {
  const [a, b, c, d] = firstBytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  return a === 0 || b === 0 ? 'UTF-16' : undefined;
}

export const byteOrderMark: Buffer = Buffer.from([0xef, 0xbb, 0xbf]);
