import { expect, test } from 'vitest';
import { settles, verdictOn } from './judgement.ts';

test.each([
  ['names', 'same-person', true],
  ['card', 'same-person', true],
  ['cover', 'same-person', true],
  ['cover', 'not-the-same', true],
  ['names', 'not-the-same', false],
  ['birth_date', 'not-the-same', false],
  ['vital_status', 'not-the-same', false],
] as const)('a difference of %s found %s: settled %s', (field, verdict, isSettled) => {
  expect(settles({ field, verdict })).toBe(isSettled);
});

test('a verdict is about one field of one member at one partner', () => {
  const judgement = { partner: 'dgsn', ref: 1, field: 'names', verdict: 'same-person' } as const;
  const found = { ...judgement, weight: 'to-settle', declared: 'a', answered: 'b' } as const;
  expect(verdictOn([judgement], found)).toBe('same-person');
  for (const other of [{ partner: 'cnss' }, { ref: 2 }, { field: 'sex' }] as const)
    expect(verdictOn([judgement], { ...found, ...other })).toBeUndefined();
});
