import { expect, test } from 'vitest';
import { differenceInterval, medianInterval, shareInterval } from './intervals.ts';

// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between %f and %f, as published', (count, of, low, high) => {
  const interval = shareInterval({ count, of });
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

// R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998) 873–890, table II,
// method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i/%i less %i/%i lies between %f and %f, as published', (count1, of1, count2, of2, low, high) => {
  const interval = differenceInterval({ count: count1, of: of1 }, { count: count2, of: of2 });
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('the median of a hundred different values lies between the 40th and the 61st', () => {
  const hundred = new Map(Array.from({ length: 100 }, (_, place) => [place + 1, 1]));
  expect(medianInterval(hundred)).toEqual({ of: 100, median: 50.5, low: 40, high: 61 });
});

test('values seen many times are counted as often as they were seen', () => {
  expect(
    medianInterval(
      new Map([
        [30, 60],
        [10, 30],
        [90, 10],
      ]),
    ),
  ).toEqual({ of: 100, median: 30, low: 30, high: 30 });
});

test('nothing counted has no median, and few have an interval as wide as they are', () => {
  expect(medianInterval(new Map())).toBeUndefined();
  expect(medianInterval(new Map([[7, 1]]))).toEqual({ of: 1, median: 7, low: 7, high: 7 });
});
