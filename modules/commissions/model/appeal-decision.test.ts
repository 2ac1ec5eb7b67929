import { expect, test } from 'vitest';
import { type AppealRuling, decideAppealRuling, isReversal } from './appeal-decision.ts';

const heard = { criteria: ['patrimony', 'other'] as const, first: 'refused', canGoBack: true } as const;
const shown = [
  { criterion: 'patrimony', finding: 'shown-by-paper' },
  { criterion: 'other', finding: 'changes-nothing' },
] as const;
const against = [
  { criterion: 'patrimony', finding: 'not-shown' },
  { criterion: 'other', finding: 'confirmed' },
] as const;
const words = 'The tractor is sold.';

test.each<[string, AppealRuling, string | undefined]>([
  ['upheld with nothing for the family', { outcome: 'upheld', findings: against, words }, undefined],
  ['upheld although a point speaks for it', { outcome: 'upheld', findings: shown, words }, 'finding-does-not-fit'],
  ['reformed with a point for it', { outcome: 'reformed', category: 'vulnerable', findings: shown, words }, undefined],
  ['reformed with none', { outcome: 'reformed', category: 'poor', findings: against, words }, 'finding-does-not-fit'],
  ['reformed to nothing', { outcome: 'reformed', findings: shown, words }, 'category-does-not-fit'],
  ['upheld with a category', { outcome: 'upheld', category: 'poor', findings: against, words }, 'category-does-not-fit'],
  ['sent back with what is asked', { outcome: 'sent_back', findings: shown, words, asks: 'See the deed.' }, undefined],
  ['sent back with nothing asked', { outcome: 'sent_back', findings: shown, words, asks: ' ' }, 'asks-needed'],
  ['adjourned with what is awaited', { outcome: 'adjourned', findings: [], words, asks: 'The deed.' }, undefined],
  ['adjourned for nothing', { outcome: 'adjourned', findings: [], words }, 'asks-needed'],
  ['a point left out', { outcome: 'upheld', findings: against.slice(0, 1), words }, 'criterion-without-finding'],
  ['a point found twice', { outcome: 'upheld', findings: [...against, against[0]], words }, 'criterion-without-finding'],
])('an appeal %s', (_what, ruling, refused) => {
  expect(decideAppealRuling(ruling, heard)?.refused).toBe(refused);
});

test('a contribution is reformed to none and to nothing else', () => {
  const vulnerable = { ...heard, first: 'vulnerable' } as const;
  expect(decideAppealRuling({ outcome: 'reformed', category: 'poor', findings: shown, words }, vulnerable)).toBeUndefined();
  const same = { outcome: 'reformed', category: 'vulnerable', findings: shown, words } as const;
  expect(decideAppealRuling(same, vulnerable)?.refused).toBe('category-does-not-fit');
});

test('whoever is registered is not sent back', () => {
  const ruling = { outcome: 'sent_back', findings: shown, words, asks: 'See the deed.' } as const;
  expect(decideAppealRuling(ruling, { ...heard, canGoBack: false })?.refused).toBe('cannot-go-back');
});

test('reforming and sending back reverse, upholding and adjourning do not', () => {
  expect((['upheld', 'reformed', 'sent_back', 'adjourned'] as const).filter(isReversal)).toEqual(['reformed', 'sent_back']);
});
