import { expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { paceOf } from './calendar.ts';

const expected = { today: toDate('2026-11-28'), perMonth: 2 };

test('a commission that sits twice a month is to sit fifteen days after it last did', () => {
  const pace = paceOf({ lastHeld: '2026-11-20', nextHeld: undefined }, expected);
  expect(pace).toEqual({ nextBy: '2026-12-05', isBehind: false });
});

test('it is behind once that day is past', () => {
  expect(paceOf({ lastHeld: '2026-11-01', nextHeld: undefined }, expected).isBehind).toBe(true);
  expect(paceOf({ lastHeld: '2026-11-01', nextHeld: '2026-12-03' }, expected).isBehind).toBe(true);
  expect(paceOf({ lastHeld: '2026-11-01', nextHeld: '2026-11-16' }, expected).isBehind).toBe(false);
});

test('one that never sat is not behind: it has nothing yet to be behind of', () => {
  expect(paceOf({ lastHeld: undefined, nextHeld: undefined }, expected)).toEqual({ nextBy: '2026-11-28', isBehind: false });
});
