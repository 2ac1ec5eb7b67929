import { describe, expect, test } from 'vitest';
import { isSameFamily, type Stated, sameMember } from './restating.ts';

const child: Stated = {
  ref: 3,
  relation: 'child',
  beneficiary_by: 'dependent-child',
  cnie: null,
  family_fr: 'Ouali',
  given_fr: 'Hiba',
  family_ar: null,
  given_ar: null,
  sex: 'F',
  birth_date: '2019-04-02',
};
const twin: Stated = { ...child, ref: 4, given_fr: 'Hajar' };
const family = [child, twin];

describe('a child without a card is the same person', () => {
  test('when her family name is corrected, or her birth date, or those before her in the list leave', () => {
    expect(sameMember(family, { ...child, family_fr: 'El Ouali' })).toBe(child);
    expect(sameMember(family, { ...child, birth_date: '2018-04-02' })).toBe(child);
    expect(sameMember(family, { ...twin, ref: 3 })).toBe(twin);
  });

  test('when her given name is corrected where she stands', () => {
    expect(sameMember(family, { ...child, given_fr: 'Hiba Nour' })).toBe(child);
  });

  test('and not when she gets a card, nor when both the name and the birth date are others', () => {
    expect(sameMember(family, { ...child, cnie: 'IC1' })).toBeUndefined();
    expect(sameMember(family, { ...child, given_fr: 'Sara', birth_date: '2001-01-01' })).toBeUndefined();
    expect(sameMember(family, { ...child, sex: 'M' })).toBeUndefined();
  });
});

test('a family is stated the same only when every word is', () => {
  expect(isSameFamily(family, [{ ...twin }, { ...child }])).toBe(true);
  expect(isSameFamily(family, [child])).toBe(false);
  expect(isSameFamily(family, [child, { ...twin, birth_date: '2019-04-03' }])).toBe(false);
});
