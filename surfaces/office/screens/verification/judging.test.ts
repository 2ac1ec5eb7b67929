import { expect, test } from 'vitest';
import type { Difference } from '../../components/marked-lines.tsx';
import { judgementsOf, nameOf, nextOpen, toJudge } from './judging.ts';

const difference = (over: Partial<Difference>): Difference => ({
  ...{ request: 'r', partner: 'dgsn', ref: 1, relation: 'head', names: {}, field: 'names', weight: 'to-settle' },
  ...{ declared: 'a', answered: 'b', lines: [], standing: 'open', sourceDate: null, answeredAt: null },
  ...over,
});
const differences = [
  difference({}),
  difference({ field: 'birth_date', standing: 'settled' }),
  difference({ partner: 'cnss', field: 'cover', answered: 'one' }),
  difference({ partner: 'cnss', field: 'cover', answered: 'other' }),
  difference({ ref: 2 }),
  difference({ ref: 3, standing: 'corrected' }),
];

test('an officer judges what stops the file, two covers of one person at one partner as one', () => {
  expect(toJudge({ differences }).map(nameOf)).toEqual(['dgsn 1 names', 'cnss 1 cover', 'dgsn 2 names']);
});

test('after a verdict comes the next without one, then those that were left', () => {
  const open = toJudge({ differences });
  expect(nextOpen(open, { 'dgsn 1 names': 'same-person' }, 0)).toBe(1);
  expect(nextOpen(open, { 'cnss 1 cover': 'same-person', 'dgsn 2 names': 'same-person' }, 2)).toBe(0);
  const all = Object.fromEntries(open.map((one) => [nameOf(one), 'same-person' as const]));
  expect(nextOpen(open, all, 2)).toBe(2);
  expect(judgementsOf(open, all)).toHaveLength(3);
  expect(judgementsOf(open, {})).toEqual([]);
});
