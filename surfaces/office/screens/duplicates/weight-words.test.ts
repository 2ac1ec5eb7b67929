import { expect, test } from 'vitest';
import { toPercent, weightOf } from './weight-words.ts';

test.each([
  ['same', 8, 'strongly-for'],
  ['near', 2, 'for'],
  ['same', 0.9, 'little'],
  ['different', -0.9, 'little'],
  ['different', -3, 'against'],
  ['different', -9, 'strongly-against'],
  ['missing', 0, 'nothing'],
] as const)('%s with %d bits: %s', (level, bits, weight) => {
  expect(weightOf(level, bits)).toBe(weight);
});

test('what is likely is never said to be certain', () => {
  expect([0.99999, 0.123, 0.5].map(toPercent)).toEqual([99.9, 12.3, 50]);
});
