import { describe, expect, test } from 'vitest';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { gathered, memberAlike } from './likeness-of-files.ts';

describe('files that may be the same', () => {
  test('are each told once, with every reason, the strongest first', () => {
    const found = gathered([
      { id: 'a', why: 'address' },
      { id: 'b', why: 'phone' },
      { id: 'c', why: 'card', ref: 2 },
      { id: 'a', why: 'phone' },
    ]);
    expect([...found.keys()]).toEqual(['c', 'a', 'b']);
    expect(found.get('a')).toEqual([{ why: 'phone' }, { why: 'address' }]);
    expect(found.get('c')).toEqual([{ why: 'card', ref: 2 }]);
  });

  test('put the same card before a name, a telephone and an address together', () => {
    const found = gathered([
      { id: 'weak', why: 'name-and-birth-date' },
      { id: 'weak', why: 'phone' },
      { id: 'weak', why: 'address' },
      { id: 'strong', why: 'card' },
    ]);
    expect([...found.keys()]).toEqual(['strong', 'weak']);
  });

  test('do not say a year where they say the day', () => {
    const found = gathered([
      { id: 'a', why: 'name-and-birth-year', ref: 1 },
      { id: 'a', why: 'name-and-birth-date', ref: 1 },
    ]);
    expect(found.get('a')).toEqual([{ why: 'name-and-birth-date', ref: 1 }]);
  });
});

test('the member whom a person is like is found by card, else by birth date and given name', () => {
  const family = aFamily('vulnerable');
  const [head, second] = family.members;
  expect(memberAlike(family, { cnie: head?.cnie })).toBe(1);
  expect(memberAlike(family, { birthDate: second?.birth_date, names: second?.names })).toBe(2);
  expect(
    memberAlike(family, { birthDate: second?.birth_date, names: { fr: { given: 'Nobody', family: 'Else' } } }),
  ).toBeUndefined();
  expect(memberAlike(family, {})).toBeUndefined();
});
