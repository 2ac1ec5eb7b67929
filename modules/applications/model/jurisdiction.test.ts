import { expect, test } from 'vitest';
import { loadTerritory } from '#modules/territory';
import { communesWithin } from './jurisdiction.ts';

test.each([
  ['a commune', ['05.081.01.03.'], ['05.081.01.03']],
  ['a commune whose code begins another one', ['01.511.01.0.'], ['01.511.01.0']],
  ['a place that nobody knows', ['99.999.'], []],
  ['no place at all', [], []],
])('%s', (_what, scopes, communes) => {
  expect(communesWithin(scopes)).toEqual(communes);
});

test('a province, a region and the nation cover what lies in them, whole', () => {
  const codes = loadTerritory().communes.map(({ code }): string => code);
  expect(communesWithin(['05.081.'])?.toSorted()).toEqual(codes.filter((code) => code.startsWith('05.081.')).sort());
  expect(communesWithin(['05.'])?.toSorted()).toEqual(codes.filter((code) => code.startsWith('05.')).sort());
  expect(communesWithin(['*'])).toBeUndefined();
});
