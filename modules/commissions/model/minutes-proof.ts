import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#platform/canonical-json';

/** SHA-256 of sealed minutes, byte for byte, in hexadecimal. */
export function digestOfMinutes(minutes: string): string {
  return createHash('sha256').update(minutes).digest('hex');
}

/** A line of sealed minutes by its request, with the digest that its letter carries. */
export type ProvenLine = { readonly file: string; readonly position: number; readonly digest: string };

/**
 * What proves that a decision stands in minutes: the digest of its line, bound to the minutes it stands in. It tells nothing to whoever does
 * not hold the line already.
 */
export function proveLines(minutes: string, minutesDigest: string): ProvenLine[] {
  const { decisions } = JSON.parse(minutes) as { decisions: (Json & { file: string; position: number })[] };
  return decisions.map((line) => ({
    file: line.file,
    position: line.position,
    digest: createHash('sha256')
      .update(`${minutesDigest}\n${canonicalJson(line)}`)
      .digest('hex'),
  }));
}
