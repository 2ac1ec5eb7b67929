import { expect, test } from 'vitest';
import { isRefusal } from '#platform/refusals';
import { decideRuling, outcomes } from './decision.ts';
import { outcomeOfSilence } from './silence.ts';

test.each([
  ['accepted', 'poor', 'poor'],
  ['accepted', 'vulnerable', 'vulnerable'],
  ['accepted', 'not_eligible', 'vulnerable'],
  ['refused', 'poor', 'refused'],
] as const)('silence that is held %s gives a request proposed %s: %s', (effect, proposal, outcome) => {
  expect(outcomeOfSilence(effect, proposal)).toBe(outcome);
});

test('no commission can rule by silence', () => {
  expect(outcomes.filter((outcome) => !isRefusal(decideRuling('poor', outcome, 'silence')))).toEqual([]);
});
