import { expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { depositDayOf } from './deposit-day.ts';

const today = toDate('2026-11-28');

test.each([
  ['the day the paper was received, as the device says', '2026-11-20', '2026-11-20', 'as-stated'],
  ['today, when it was received today', '2026-11-28', '2026-11-28', 'as-stated'],
  ['the last day the law still takes', '2026-11-13', '2026-11-13', 'as-stated'],
  ['the day of arrival, when the clock of the device is ahead', '2026-11-29', '2026-11-28', 'ahead'],
  ['the day of arrival, when the day is further back than the law takes', '2026-11-12', '2026-11-28', 'too-old'],
  ['the day of arrival, when the clock of the device began anew', '1970-01-01', '2026-11-28', 'too-old'],
  ['the day of arrival, when the device says nothing', undefined, '2026-11-28', 'not-stated'],
])('a request is deposited on %s', (_which, stated, day, note) => {
  const given = stated === undefined ? undefined : toDate(stated);
  const found = depositDayOf(given, { today, days: 15 });
  expect([found.day.toString(), found.note]).toEqual([day, note]);
});
