import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** A day of the calendar, without hour or zone: births, deadlines, validity. */
export type PlainDate = Temporal.PlainDate;

/** A point in time, the same everywhere. */
export type Instant = Temporal.Instant;

/** Reads `2026-01-03`; undefined for anything else, including a day that does not exist and a date with an hour. */
export function parseDate(text: string): PlainDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** Reads `2026-01-03`; throws `date-not-iso` where a wrong date is a bug rather than somebody's answer. */
export function toDate(text: string): PlainDate {
  const date = parseDate(text);
  if (!date) throw new RangeError(`date-not-iso: ${JSON.stringify(text)}`);
  return date;
}

/** The day a person typed as three numbers; undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** `2026-01-03`, for files, databases and partners; people read `formatDate` of `#platform/i18n`. */
export function toIsoDate(date: PlainDate): string {
  return date.toString({ calendarName: 'never' });
}

/** Full years of age on a day. Who was born on 29 February completes a year on 1 March when there is no 29th. */
export function completedYears(birth: PlainDate, on: PlainDate): number {
  const birthdayReached = on.month > birth.month || (on.month === birth.month && on.day >= birth.day);
  return on.year - birth.year - (birthdayReached ? 0 : 1);
}

/** The same day some months later, or the last day of that month: 31 January and one month is 28 or 29 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return date.add({ months }, { overflow: 'constrain' });
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return date.add({ days });
}

/** Days from one date to a later one; negative when it is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

/** The day it is in Morocco at an instant: the law counts days there, the server may be anywhere. */
export function casablancaDate(instant: Instant): PlainDate {
  return casablancaDateTime(instant).toPlainDate();
}

/**
 * The instant at which a day begins in Morocco. A store asks between two of these: a database server has a copy of the rules of time zones of
 * its own, which may be older than ours, and would then count the last hour of a day into the next.
 */
export function casablancaMidnight(day: PlainDate): Instant {
  return day.toZonedDateTime(casablanca).toInstant();
}

/** The instant at which a day is over in Morocco. Years have four figures for whoever stores them: after the last of those days there is none. */
export function casablancaEndOf(day: PlainDate): Instant {
  const next = day.add({ days: 1 });
  return casablancaMidnight(next.year > 9_999 ? day : next);
}

/** The wall clock in Morocco at an instant, including the hour given back during Ramadan. */
export function casablancaDateTime(instant: Instant): Temporal.PlainDateTime {
  return instant.toZonedDateTimeISO(casablanca).toPlainDateTime();
}

const casablanca = 'Africa/Casablanca';
