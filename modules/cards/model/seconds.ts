import { Temporal } from 'temporal-polyfill';

const SECONDS_A_DAY = 86_400;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Midnight UTC of the day: a CWT says instants, our validity is in legal days. */
export function secondsOf(day: Temporal.PlainDate): number {
  return EPOCH.until(day, { largestUnit: 'days' }).days * SECONDS_A_DAY;
}

export function dayOfSeconds(seconds: number): Temporal.PlainDate {
  return EPOCH.add({ days: Math.floor(seconds / SECONDS_A_DAY) });
}
