import { expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { owedByCommune, paidMeanwhile } from './paid-meanwhile.ts';

const registeredOn = toDate('2025-03-01');
const paid = [
  { year: 1, persons: 5, amountCentimes: 60_000 },
  { year: 2, persons: 5, amountCentimes: 60_000 },
];

test('a payment falls on the days covered elsewhere by days, for one person: 600 dirhams of five are 120 a year', () => {
  expect(paidMeanwhile(paid, [{ from: '2025-03-01', to: '2026-02-28' }], registeredOn)).toEqual([
    { ...paid[0], from: '2025-03-01', to: '2026-02-28', days: 365, ofDays: 365, shareCentimes: 12_000 },
  ]);
});

test('days that reach over two years paid for are told of each; days outside of both of none', () => {
  const told = paidMeanwhile(
    paid,
    [
      { from: '2024-01-01', to: '2024-12-31' },
      { from: '2026-02-27', to: '2026-03-03' },
    ],
    registeredOn,
  );
  expect(told.map(({ year, days, shareCentimes }) => [year, days, shareCentimes])).toEqual([
    [1, 2, 65],
    [2, 3, 98],
  ]);
  expect(paidMeanwhile(paid, [], registeredOn)).toEqual([]);
});

test('for a poor person the commune owes forty dirhams a year, by days', () => {
  expect(owedByCommune([{ from: '2025-01-01', to: '2025-12-31' }], 40)).toEqual({ days: 365, shareCentimes: 4_000 });
  expect(owedByCommune([], 40)).toEqual({ days: 0, shareCentimes: 0 });
});
