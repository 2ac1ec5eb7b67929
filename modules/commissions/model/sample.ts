import { digestOf } from '#platform/canonical-json';

/** A decision as the province draws it: by the number that people read, so that anybody can draw again from the printed minutes. */
export type Drawable = { readonly number: string; readonly againstScore: boolean };

/**
 * The files of sealed minutes that the province looks at: every decision against the score, and so many of the others that the whole is at
 * least the share of the law. Who seals cannot choose them, since the digest of the minutes draws; who has the minutes can draw them again.
 */
export function drawSample(minutesDigest: string, decisions: readonly Drawable[], share: number): ReadonlySet<string> {
  const against = decisions.filter(({ againstScore }) => againstScore);
  const size = Math.max(Math.ceil(decisions.length * share), against.length);
  const drawn = decisions
    .filter(({ againstScore }) => !againstScore)
    .map(({ number }) => ({ number, lot: digestOf({ minutes: minutesDigest, file: number }) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, size - against.length);
  return new Set([...against, ...drawn].map(({ number }) => number));
}
