import type { Temporal } from 'temporal-polyfill';

/** Wrong tries of one code in a row before it rests. Ten letters out of thirty cannot be guessed in five; two at a time could be asked of a family. */
const MOST_TRIES = 5;
export const REST_MINUTES = 30;

export type TriesOfCode = { readonly tries: number; readonly triedAt: Temporal.Instant | undefined };

export function isResting({ tries, triedAt }: TriesOfCode, now: Temporal.Instant): boolean {
  return tries >= MOST_TRIES && !hasRested(triedAt, now);
}

/** After a wrong try: one more, or the first anew when the code has rested. */
export function afterWrongTry({ tries, triedAt }: TriesOfCode, now: Temporal.Instant): number {
  return hasRested(triedAt, now) ? 1 : tries + 1;
}

function hasRested(triedAt: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  return triedAt === undefined || triedAt.until(now).total('minutes') >= REST_MINUTES;
}
