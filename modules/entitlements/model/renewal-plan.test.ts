import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { byMonth, type CallRules, callsUnplanned, planCalls, windowOf } from './renewal-plan.ts';

const today = toDate('2026-11-29');
const dayOf = (place: number) => addDays(today, place).toString();
const rules = (perDay: number): CallRules => ({ today, opensMonths: 3, lastCallDays: 45, perDay });
const endings = fc
  .uniqueArray(fc.record({ at: fc.integer({ min: -20, max: 300 }), families: fc.integer({ min: 1, max: 60 }) }), {
    selector: ({ at }) => at,
    maxLength: 25,
  })
  .map((some) => some.map(({ at, families }) => ({ term: dayOf(at), families })));

test('everybody whose rights have not ended is called once, in the days the law leaves, never after the end of the rights', () => {
  fc.assert(
    fc.property(endings, fc.integer({ min: 0, max: 30 }), (some, perDay) => {
      const { calls } = planCalls(some, rules(perDay));
      const called = new Map<string, number>();
      for (const { term, families, callOn } of calls) {
        called.set(term, (called.get(term) ?? 0) + families);
        const { from, to } = windowOf(term, rules(perDay));
        expect(callOn >= from && callOn <= to && callOn <= term && callOn >= today.toString()).toBe(true);
        expect(families).toBeGreaterThan(0);
      }
      const due = some.filter(({ term }) => term >= today.toString());
      expect(called).toEqual(new Map(due.map(({ term, families }) => [term, families])));
    }),
  );
});

test('no day has more calls than the commissions can take up, but for the excess that is told, which could wait no longer', () => {
  fc.assert(
    fc.property(endings, fc.integer({ min: 0, max: 30 }), (some, perDay) => {
      const { calls, excess } = planCalls(some, rules(perDay));
      const beyond = new Map(excess.map(({ day, families }) => [day, families]));
      for (const [day, own] of Map.groupBy(calls, ({ callOn }) => callOn)) {
        const families = own.reduce((sum, call) => sum + call.families, 0);
        expect(families).toBeLessThanOrEqual(perDay + (beyond.get(day) ?? 0));
        if (!beyond.has(day)) continue;
        const last = own.filter(({ term }) => windowOf(term, rules(perDay)).to === day);
        expect(last.reduce((sum, call) => sum + call.families, 0)).toBeGreaterThanOrEqual(beyond.get(day) ?? 0);
      }
    }),
  );
});

test('the plan never has a higher day than calling everybody as the renewal opens', () => {
  fc.assert(
    fc.property(endings, fc.integer({ min: 1, max: 30 }), (some, perDay) => {
      const highest = (calls: readonly { callOn: string; families: number }[]) =>
        Math.max(
          0,
          ...[...Map.groupBy(calls, ({ callOn }) => callOn).values()].map((own) =>
            own.reduce((sum, one) => sum + one.families, 0),
          ),
        );
      const planned = planCalls(some, rules(perDay));
      const spread = some.every(({ term }) => term > dayOf(92));
      if (spread && planned.excess.length === 0) expect(highest(planned.calls)).toBeLessThanOrEqual(perDay);
      expect(planned.calls.reduce((sum, one) => sum + one.families, 0)).toBe(
        callsUnplanned(some, rules(perDay)).reduce((sum, one) => sum + one.families, 0),
      );
    }),
  );
});

test('a wave of one day is spread over the days it may be called on, the rest beyond on the last of them', () => {
  const wave = [{ term: '2027-06-30', families: 500 }];
  const roomy = planCalls(wave, rules(10));
  expect(roomy.excess).toEqual([{ day: '2027-05-16', families: 20 }]);
  expect(roomy.calls[0]).toEqual({ callOn: '2027-03-30', term: '2027-06-30', families: 10 });
  expect(byMonth(roomy.calls.map(({ callOn: day, families }) => ({ day, families })))).toEqual(
    new Map([
      ['2027-03', 20],
      ['2027-04', 300],
      ['2027-05', 180],
    ]),
  );
  expect(callsUnplanned(wave, rules(10))).toEqual([{ callOn: '2027-03-30', term: '2027-06-30', families: 500 }]);
});
