import type { ListFormat } from '../../model/cover-list.ts';

/** The format of a list by its first bytes, a byte-order mark allowed; undefined when it is none of the three. */
export function detectListFormat(firstBytes: Uint8Array): ListFormat | undefined {
  const text = Buffer.from(firstBytes)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (text.startsWith('<')) return 'xml';
  if (text.startsWith('{')) return 'ndjson';
  return text.startsWith('#') ? 'csv' : undefined;
}
