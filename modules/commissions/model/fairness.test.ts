import { expect, test } from 'vitest';
import { type Counts, compareParts, figuresOf, withholdSmall } from './fairness.ts';

function counts(some: Partial<Counts> = {}): Counts {
  const none = {
    other: 0,
    twins: 0,
    against: 0,
    favour: 0,
    harsher: 0,
    adjourned: 0,
    enquiry: 0,
    returned: 0,
    reversed: 0,
    appeals: 0,
  };
  return { ...none, rulings: 100, decided: 100, reasons: {}, ...some };
}

test('a share is told with its interval, and one that rests on fewer than eleven files is not told', () => {
  const { rates } = figuresOf(counts({ other: 15, twins: 148, appeals: 10, reversed: 5 }), 11);
  expect(rates['same-score']).toMatchObject({ count: 15, of: 148 });
  expect(rates['same-score']?.low).toBeCloseTo(0.0624, 4);
  expect(rates.reversed).toBeUndefined();
});

test('times are told by their median, unless too few files have one', () => {
  const { times } = figuresOf(counts({ days: { 10: 5, 20: 5, 30: 5 }, pace: { 60: 10 } }), 11);
  expect(times.days).toMatchObject({ of: 15, median: 20 });
  expect(times.pace).toBeUndefined();
});

test('a group that is treated otherwise is apart from the others, one treated alike is not', () => {
  const parts = [
    { part: 'married', counts: counts({ decided: 400, harsher: 8 }) },
    { part: 'widowed', counts: counts({ decided: 200, harsher: 24 }) },
    { part: 'single', counts: counts({ decided: 100, harsher: 4 }) },
  ];
  const { differences } = compareParts(parts, 11);
  const apart = differences.filter(({ key, isApart }) => key === 'against-family' && isApart).map(({ part }) => part);
  expect(apart).toEqual(['married', 'widowed']);
});

test('two groups are one difference, and one in twenty is apart by chance', () => {
  const parts = ['rural', 'urban'].map((part) => ({ part, counts: counts({ twins: 50, appeals: 20 }) }));
  const { compared, byChance, apart } = compareParts(parts, 11);
  expect({ compared, apart }).toEqual({ compared: 8, apart: 0 });
  expect(byChance).toBeCloseTo(0.4);
});

test('a group of fewer than eleven files is withheld, with the next smallest when it could be told from the whole', () => {
  const part = (name: string, rulings: number) => ({ part: name, counts: counts({ rulings }) });
  expect(withholdSmall([part('a', 300), part('b', 40), part('c', 4)], 11).withheld).toEqual(['b', 'c']);
  expect(withholdSmall([part('a', 300), part('b', 40), part('c', 8), part('d', 9)], 11).withheld).toEqual(['c', 'd']);
  expect(withholdSmall([part('a', 300), part('b', 40)], 11).withheld).toEqual([]);
});
