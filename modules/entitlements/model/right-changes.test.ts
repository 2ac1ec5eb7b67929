import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { closeFrom, type RightChange, type RightDays, resumeFrom, suspendFrom } from './right-changes.ts';

const DAYS = 30;
const dayOf = (place: number) => addDays(toDate('2026-02-10'), place).toString();

/** A right as rights come: first days of one kind, then of another. */
const right = fc
  .record({ cut: fc.integer({ min: 1, max: DAYS - 1 }), first: fc.constantFrom('open' as const, 'pending_payment' as const) })
  .map(({ cut, first }): RightDays[] => [
    { state: first, from_day: dayOf(0), to_day: dayOf(cut - 1), reason: 'registered', beneath: null },
    { state: 'pending_payment', from_day: dayOf(cut), to_day: dayOf(DAYS - 1), reason: 'contribution-due', beneath: null },
  ]);

function after(rights: readonly RightDays[], changes: readonly RightChange<RightDays>[]): RightDays[] {
  const changed = new Map(changes.map(({ right: old, parts }) => [old, parts]));
  return rights.flatMap((one) => changed.get(one) ?? [one]);
}
const statesOf = (rights: readonly RightDays[]) =>
  Array.from({ length: DAYS }, (_, day) => {
    const holding = rights.filter(({ from_day, to_day }) => from_day <= dayOf(day) && dayOf(day) <= to_day);
    expect(holding).toHaveLength(1);
    return holding[0]?.state;
  });

test('a suspension stops every day from its first one; its end gives each day back what it was', () => {
  fc.assert(
    fc.property(right, fc.nat(DAYS - 1), fc.nat(DAYS - 1), (rights, one, other) => {
      const [from, end] = [Math.min(one, other), Math.max(one, other)];
      const before = statesOf(rights);
      const suspended = after(rights, suspendFrom(rights, dayOf(from), 'family-asked'));
      expect(statesOf(suspended)).toEqual(before.map((state, day) => (day < from ? state : 'suspended')));
      const resumed = after(suspended, resumeFrom(suspended, dayOf(end)));
      expect(statesOf(resumed)).toEqual(before.map((state, day) => (day < from || day >= end ? state : 'suspended')));
    }),
  );
});

test('a closing leaves the days before it as they were, and is not undone by closing again', () => {
  fc.assert(
    fc.property(right, fc.nat(DAYS - 1), (rights, from) => {
      const closed = after(rights, closeFrom(rights, dayOf(from), 'family-asked'));
      expect(statesOf(closed)).toEqual(statesOf(rights).map((state, day) => (day < from ? state : 'closed')));
      expect(closeFrom(closed, dayOf(from), 'death')).toEqual([]);
    }),
  );
});
