import { expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { partsOnPayment, yearPaidFor } from './right.ts';

const registeredOn = toDate('2024-03-10');
const waiting = { state: 'pending_payment', from_day: '2024-03-10', to_day: '2027-03-09' } as const;
const paid = (year: number, today: string) => ({ registeredOn, year, today: toDate(today) });
const onPayment = (year: number, today: string) =>
  partsOnPayment(waiting, paid(year, today)).map(({ state, from_day, to_day }) => [state, from_day, to_day]);

test('a year that is paid while it runs opens from the day of the payment to its end', () => {
  expect(yearPaidFor([waiting], paid(1, '2024-06-01'))).toBe(1);
  expect(onPayment(1, '2024-06-01')).toEqual([
    ['pending_payment', '2024-03-10', '2024-05-31'],
    ['open', '2024-06-01', '2025-03-09'],
  ]);
});

test('paid after it has gone by without a day of rights, it opens the year that runs then', () => {
  expect(yearPaidFor([waiting], paid(1, '2025-03-09'))).toBe(1);
  expect(yearPaidFor([waiting], paid(1, '2025-03-10'))).toBe(2);
  expect(yearPaidFor([waiting], paid(1, '2026-12-31'))).toBe(3);
  expect(onPayment(3, '2026-12-31')).toEqual([
    ['pending_payment', '2024-03-10', '2026-12-30'],
    ['open', '2026-12-31', '2027-03-09'],
  ]);
});

test('a year that opened, if only until a suspension, opens no other', () => {
  const opened = { state: 'open', from_day: '2024-05-01', to_day: '2025-03-09' } as const;
  const stopped = { ...opened, state: 'suspended', beneath: 'open' } as const;
  for (const known of [opened, stopped]) expect(yearPaidFor([known, waiting], paid(1, '2025-06-01'))).toBe(1);
  expect(onPayment(1, '2025-06-01')).toEqual([]);
});

test('a year that is paid before it begins opens nothing of the one before', () => {
  expect(onPayment(3, '2025-06-01')).toEqual([
    ['pending_payment', '2024-03-10', '2026-03-09'],
    ['open', '2026-03-10', '2027-03-09'],
  ]);
});
