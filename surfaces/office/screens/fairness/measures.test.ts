import { expect, test } from 'vitest';
import { type Fairness, fairnessCsv, linesOf, measures } from './measures.ts';

const rate = { key: 'same-score' as const, count: 3, of: 23, share: 3 / 23, low: 0.045, high: 0.321 };
const answer: Fairness = {
  ...{ territory: '05.081', from: '2025-11-29', to: '2026-11-28', by: 'milieu', least: 11 },
  whole: { part: '', decided: 23, rates: [rate], times: [{ key: 'days', of: 23, median: 31, low: 28, high: 35 }] },
  above: [{ part: '', territory: '', from: '2025-11-29', to: '2026-11-28', decided: 900, rates: [rate], times: [] }],
  groups: [{ part: 'rural', decided: 23, rates: [rate], times: [] }],
  withheld: ['urban'],
  differences: [{ part: 'rural', key: 'same-score', difference: 0.1, low: 0.02, high: 0.2, isApart: true }],
  ...{ compared: 1, apart: 1, byChance: 0.05, reasons: [] },
};

test('the whole stands first, then what it lies in, then the groups with their difference', () => {
  expect(linesOf(answer, 'same-score').map(({ kind, name, difference }) => [kind, name, difference?.isApart])).toEqual([
    ['whole', '05.081', undefined],
    ['above', '', undefined],
    ['group', 'rural', true],
  ]);
});

test('what rests on too few files has no value', () => {
  expect(linesOf(answer, 'days').map(({ value }) => value?.value)).toEqual([31, undefined, undefined]);
});

test('the file for a spreadsheet has every measure, with counts and denominators', () => {
  const lines = fairnessCsv(answer).trim().split('\r\n');
  expect(lines).toHaveLength(1 + 3 * measures.length);
  expect(lines[1]).toBe(`same-score,whole,05.081,3,23,${3 / 23},0.045,0.321,,,,`);
  expect(lines[3]).toBe(`same-score,group,rural,3,23,${3 / 23},0.045,0.321,0.1,0.02,0.2,true`);
});
