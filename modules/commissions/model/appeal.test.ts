import { expect, test } from 'vitest';
import { formulaPeriods } from '#law';
import { addDays, toDate } from '#platform/dates';
import { hasValidCheckDigit } from '#platform/numbers';
import { appealCriteria, appealNumber, decideAppeal, isContestable } from './appeal.ts';
import { outcomes } from './decision.ts';

const validatedOn = toDate('2026-03-12');
const refused = { outcome: 'refused', validatedOn } as const;
const filing = { criteria: ['patrimony'], words: '', on: validatedOn } as const;

test.each([
  [0, false],
  [30, false],
  [31, true],
  [400, true],
])('an appeal %i days after the decision is recorded; late: %s', (days, isLate) => {
  const on = addDays(validatedOn, days);
  expect(decideAppeal(refused, { ...filing, on }, 30)).toEqual({ lastDay: toDate('2026-04-11'), isLate });
});

test('a refusal and a contribution can be contested, nothing else', () => {
  expect(outcomes.filter(isContestable)).toEqual(['vulnerable', 'refused']);
});

test.each([
  ['no decision', undefined],
  ['one that the province has not validated', { outcome: 'refused', validatedOn: undefined } as const],
  ['one that gave everything', { outcome: 'poor', validatedOn } as const],
])('%s cannot be contested', (_what, decision) => {
  expect(decideAppeal(decision, filing, 30)).toMatchObject({ refused: 'nothing-to-appeal' });
});

test('a criterion of the score speaks for itself, "something else" needs words', () => {
  expect(decideAppeal(refused, { ...filing, criteria: ['other'] }, 30)).toMatchObject({ refused: 'nothing-said' });
  expect(decideAppeal(refused, { ...filing, criteria: ['other', 'income'] }, 30)).toMatchObject({ isLate: false });
  expect(decideAppeal(refused, { ...filing, criteria: ['other'], words: 'The mill is sold.' }, 30)).toMatchObject({
    isLate: false,
  });
});

test('every condition of the scheme’s formula can be contested', () => {
  const keys = formulaPeriods('ramed-2008').flatMap(({ formula }) =>
    formula.branches.flatMap((branch) => branch.conditions.map(({ key }) => key.replace(/_poor$/, '').replaceAll('_', '-'))),
  );
  expect([...new Set(keys)].filter((key) => !(appealCriteria as readonly string[]).includes(key))).toEqual([]);
});

test('its number is told from others and has a check digit', () => {
  expect(appealNumber(2026, 1)).toMatch(/^20267000001\d$/);
  expect(hasValidCheckDigit(appealNumber(2026, 1))).toBe(true);
});
