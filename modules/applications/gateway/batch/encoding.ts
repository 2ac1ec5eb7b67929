/** The encoding that betrays itself when it is not UTF-8: a UTF-16 or UTF-32 mark, or the NULs between its letters. */
export function foreignEncoding(firstBytes: Uint8Array): string | undefined {
  const [a, b, c, d] = firstBytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  return a === 0 || b === 0 ? 'UTF-16' : undefined;
}

export const byteOrderMark: Buffer = Buffer.from([0xef, 0xbb, 0xbf]);
