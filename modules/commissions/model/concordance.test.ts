import { expect, test } from 'vitest';
import { type Discordance, discordancesOf, type Hesitations } from './concordance.ts';

const clear: Hesitations = {
  ...{ hasDifference: false, isChecked: true, isNearLimit: false, wasAdjourned: false, alike: [] },
  papers: { needed: 3, present: 3 },
};

test('a file that nothing speaks against is concordant', () => {
  expect(discordancesOf(clear)).toEqual([]);
});

test.each<[string, Partial<Hesitations>, Discordance]>([
  ['a register answered otherwise', { hasDifference: true }, 'difference'],
  ['a register has not answered', { isChecked: false }, 'check-missing'],
  ['the score is near a limit', { isNearLimit: true }, 'near-limit'],
  ['another request has its telephone', { alike: [{ why: 'phone' }] }, 'looks-like-another'],
  ['a paper is missing', { papers: { needed: 3, present: 2 } }, 'papers-missing'],
  ['it was adjourned before', { wasAdjourned: true }, 'adjourned-before'],
])('it is not when %s', (_, change, reason) => {
  expect(discordancesOf({ ...clear, ...change })).toEqual([reason]);
});

test('all the reasons are told', () => {
  expect(discordancesOf({ ...clear, hasDifference: true, wasAdjourned: true })).toEqual(['difference', 'adjourned-before']);
});
