import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMoney, allocateMoney, atMost, centimes, dirhams, multiplyMoney, subtractMoney } from './index.ts';

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(centimes);

test('a family of four owes 480 DH, a family of six no more than the cap of 600 DH', () => {
  expect(atMost(multiplyMoney(dirhams(120), 4), dirhams(600))).toBe(dirhams(480));
  expect(atMost(multiplyMoney(dirhams(120), 6), dirhams(600))).toBe(dirhams(600));
});

test('a fraction of a centime is refused', () => {
  expect(() => centimes(0.5)).toThrow('money-not-whole-centimes');
  expect(() => multiplyMoney(dirhams(1), 1.5)).toThrow('money-factor-not-whole');
});

test('what is added and then taken away leaves the account as it was', () => {
  fc.assert(fc.property(amount, amount, (a, b) => subtractMoney(addMoney(a, b), b) === a));
});

test('shares always sum to the amount, and none is more than a centime from its exact part', () => {
  const weights = fc
    .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));
  fc.assert(
    fc.property(amount, weights, (whole, list) => {
      const shares = allocateMoney(whole, list);
      const total = list.reduce((sum, weight) => sum + weight, 0);
      expect(addMoney(...shares)).toBe(whole);
      shares.forEach((share, index) => {
        expect(Math.abs(share - (whole * (list[index] ?? 0)) / total)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('a hundred centimes among three go 34, 33, 33', () => {
  expect(allocateMoney(dirhams(1), [1, 1, 1])).toEqual([34, 33, 33]);
});
