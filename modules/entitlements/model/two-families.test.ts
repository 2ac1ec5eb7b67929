import { expect, test } from 'vitest';
import { twofoldOf } from './two-families.ts';

const part = (registration: string, person: string, head = person) => ({ registration, person, head, territory: '05.081' });

test('one person in three families is looked at two by two; twice in one family, or two persons, are nothing', () => {
  const parts = [part('3', 'a', 'h'), part('1', 'h'), part('2', 'b', 'h'), part('2', 'z'), part('4', 'y'), part('4', 'x', 'y')];
  expect(
    twofoldOf(parts).map(({ one, other }) => `${one.registration}${one.person} ${other.registration}${other.person}`),
  ).toEqual(['1h 2b', '1h 3a', '2b 3a']);
});
