import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { rightStates } from './right.ts';
import { type RightFacts, rightAnswer } from './right-answer.ts';
import { openOutlooks, rightOutlook } from './right-outlook.ts';

const FIRST = toDate('2026-01-01');
const dayAt = (days: number) => addDays(FIRST, days).toString();
const days = fc.integer({ min: 0, max: 400 });

const facts: fc.Arbitrary<Omit<RightFacts, 'renewalOpensMonths'>> = fc
  .record({
    periods: fc.array(fc.tuple(fc.constantFrom(...rightStates), days, days), { maxLength: 4 }),
    category: fc.constantFrom('poor' as const, 'vulnerable' as const),
    term: days,
    receipt: fc.option(fc.tuple(days, days), { nil: undefined }),
  })
  .map(({ periods, category, term, receipt }) => ({
    registration: { category, term: dayAt(term) },
    periods: periods.map(([state, from, length], at) => ({
      ...{ state, from: dayAt(from), to: dayAt(from + length), reason: state === 'closed' ? 'term' : 'registered' },
      knownFrom: `2026-01-0${at + 1}T00:00:00Z`,
    })),
    // No receipt is known before its request was filed.
    receipt: receipt && { from: dayAt(-receipt[0]), to: dayAt(receipt[1] - receipt[0]) },
  }));

const stateAt = (given: Omit<RightFacts, 'renewalOpensMonths'>, day: string) =>
  rightAnswer({ ...given, renewalOpensMonths: () => 0 }, day);

test('what a right is told to become is what it is answered to be on that day', () => {
  fc.assert(
    fc.property(facts, days, (given, on) => {
      const outlook = rightOutlook(given, dayAt(on));
      const now = stateAt(given, dayAt(on));
      expect(outlook.state.replace('-emergencies', '')).toBe(now.state);
      expect(outlook.state === 'unpaid-emergencies').toBe(now.emergenciesUntil !== undefined);
      if (outlook.becomes === undefined || outlook.day === undefined) return;
      const last = stateAt(given, outlook.day);
      expect(last.state).toBe(now.state);
      expect(last.emergenciesUntil === undefined).toBe(outlook.state !== 'unpaid-emergencies');
      expect(stateAt(given, addDays(toDate(outlook.day), 1).toString()).state).toBe(outlook.becomes);
    }),
  );
});

test('an outlook that was reckoned before is the same as one reckoned anew', () => {
  const outlookOf = openOutlooks(dayAt(100));
  fc.assert(
    fc.property(facts, (given) => {
      expect(outlookOf(given)).toEqual(rightOutlook(given, dayAt(100)));
      expect(outlookOf(given)).toEqual(rightOutlook(given, dayAt(100)));
    }),
  );
});
