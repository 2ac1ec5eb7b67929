import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  casablancaDate,
  casablancaDateTime,
  casablancaEndOf,
  casablancaMidnight,
  completedYears,
  dateOf,
  daysBetween,
  parseDate,
  Temporal,
  toDate,
  toIsoDate,
} from './index.ts';

const anyDate = fc.integer({ min: 0, max: 60_000 }).map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }));

test('a date written out is read back as the same day', () => {
  fc.assert(fc.property(anyDate, (date) => toDate(toIsoDate(date)).equals(date)));
});

test.each(['2026-02-30', '2026-13-01', '2026-1-3', '2026-01-03T10:00', '03/01/2026', ''])('%j is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
  expect(() => toDate(text)).toThrow('date-not-iso');
});

test('31 April typed at the counter is no day', () => {
  expect(dateOf(2026, 4, 31)).toBeUndefined();
  expect(dateOf(2026, 4, 30)?.toString()).toBe('2026-04-30');
});

test('a child is 18 on the birthday, not the day before', () => {
  expect(completedYears(toDate('2008-05-10'), toDate('2026-05-09'))).toBe(17);
  expect(completedYears(toDate('2008-05-10'), toDate('2026-05-10'))).toBe(18);
});

test('who was born on 29 February is a year older on 1 March of a common year', () => {
  expect(completedYears(toDate('2008-02-29'), toDate('2026-02-28'))).toBe(17);
  expect(completedYears(toDate('2008-02-29'), toDate('2026-03-01'))).toBe(18);
});

test('nobody grows younger from one day to the next', () => {
  fc.assert(fc.property(anyDate, anyDate, (birth, on) => completedYears(birth, addDays(on, 1)) >= completedYears(birth, on)));
});

test('three years of rights end on the same day, or the last of the month', () => {
  expect(addMonths(toDate('2026-03-12'), 36).toString()).toBe('2029-03-12');
  expect(addMonths(toDate('2024-01-31'), 1).toString()).toBe('2024-02-29');
});

test('days between two dates count back as well', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -9999, max: 9999 }), (date, days) => daysBetween(date, addDays(date, days)) === days),
  );
});

test('a request filed late in the evening in Morocco has the Moroccan date', () => {
  expect(casablancaDate(Temporal.Instant.from('2026-01-03T23:30:00Z')).toString()).toBe('2026-01-04');
});

test('during Ramadan the clock goes back an hour', () => {
  expect(casablancaDateTime(Temporal.Instant.from('2026-03-01T12:00:00Z')).hour).toBe(12);
  expect(casablancaDateTime(Temporal.Instant.from('2026-04-01T12:00:00Z')).hour).toBe(13);
});

test('a day in Morocco begins at the first instant that has its date', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const midnight = casablancaMidnight(date);
      return (
        casablancaDate(midnight).equals(date) && casablancaDate(midnight.subtract({ nanoseconds: 1 })).equals(addDays(date, -1))
      );
    }),
  );
});

test('a day is over where the next begins, and the last that four figures name is never said to end in a year of five', () => {
  expect(casablancaEndOf(toDate('2026-12-31'))).toEqual(casablancaMidnight(toDate('2027-01-01')));
  expect(casablancaEndOf(toDate('9999-12-31')).toString()).toMatch(/^9999-/);
});
