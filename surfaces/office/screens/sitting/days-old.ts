import { daysBetween, toDate } from '#platform/dates';

/** How old something is on the day of the sitting, in days. */
export function daysOld(at: string, heldOn: string): number {
  return Math.max(0, daysBetween(toDate(at.slice(0, 10)), toDate(heldOn)));
}
