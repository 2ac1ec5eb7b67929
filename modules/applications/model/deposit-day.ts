import { Temporal } from 'temporal-polyfill';

/** What became of the day on which a device says that a paper request was received. */
export const depositNotes = ['as-stated', 'not-stated', 'ahead', 'too-old'] as const;
export type DepositNote = (typeof depositNotes)[number];

/**
 * The day of deposit of a request that a counter may have typed days before it could send it. A day that cannot be is most likely a wrong
 * clock: no family is refused for that, its request is filed on the day it arrives, and why is noted.
 */
export function depositDayOf(
  stated: Temporal.PlainDate | undefined,
  { today, days }: { readonly today: Temporal.PlainDate; readonly days: number },
): { readonly day: Temporal.PlainDate; readonly note: DepositNote } {
  if (!stated) return { day: today, note: 'not-stated' };
  if (Temporal.PlainDate.compare(stated, today) > 0) return { day: today, note: 'ahead' };
  if (stated.until(today, { largestUnit: 'day' }).days > days) return { day: today, note: 'too-old' };
  return { day: stated, note: 'as-stated' };
}
