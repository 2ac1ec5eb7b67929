import type { ListFormat } from './shape.ts';

/** The format of a list by its first bytes (some hundred are enough), a byte-order mark allowed; undefined when it is none of the three. */
export function detectListFormat(firstBytes: Uint8Array): ListFormat | undefined {
  const text = Buffer.from(firstBytes)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (text.startsWith('<')) return 'xml';
  if (text.startsWith('{')) return 'ndjson';
  return /^"?#/.test(text) ? 'csv' : undefined;
}
