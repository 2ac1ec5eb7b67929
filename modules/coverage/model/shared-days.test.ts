import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { type Days, sharedDays } from './shared-days.ts';

const FIRST = toDate('2026-01-01');
const dayOf = (place: number) => addDays(FIRST, place).toString();
const days: fc.Arbitrary<Days> = fc
  .tuple(fc.nat(40), fc.option(fc.nat(20)))
  .map(([from, length]) => ({ from: dayOf(from), to: length === null ? null : dayOf(from + length) }));

test('the days that two schemes share up to today are those that both cover, each counted once', () => {
  fc.assert(
    fc.property(fc.array(days, { maxLength: 4 }), fc.array(days, { maxLength: 4 }), fc.nat(60), (one, other, now) => {
      const covers = (some: readonly Days[], day: string) =>
        some.some(({ from, to }) => from <= day && (to === null || day <= to));
      const everyDay = Array.from({ length: now + 1 }, (_, place) => dayOf(place));
      const expected = everyDay.filter((day) => covers(one, day) && covers(other, day));
      const found = sharedDays(one, other, dayOf(now));
      expect(everyDay.filter((day) => covers(found, day))).toEqual(expected);
      expect(found.reduce((sum, stretch) => sum + stretch.days, 0)).toBe(expected.length);
    }),
  );
});
