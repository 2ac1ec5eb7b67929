import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundsOf } from '../name-sounds.ts';
import { namePairsOf } from './name-pairs.ts';

const named = (given: string, family: string) => namePairsOf({ fr: { given, family } });
const meets = (one: readonly number[], other: readonly number[]) => one.some((pair) => other.includes(pair));

test.each([
  ['Mohamed', 'El Alami', 'Med', 'Alami'],
  ['Fatima Zahra', 'Bennani', 'Fatma', 'Benani'],
  ['Khadija', 'Oulad Lahcen', 'Khadija', 'Ould Lahcen'],
  ['Amina', 'Cherkaoui', 'Cherkaoui', 'Amina'],
])('%s %s is heard as %s %s', (given, family, otherGiven, otherFamily) => {
  expect(meets(named(given, family), named(otherGiven, otherFamily))).toBe(true);
});

test('one name written in two scripts is heard as one', () => {
  const arabic = namePairsOf({ ar: { given: 'محمد', family: 'العلمي' } });
  expect(meets(arabic, named('Mohammed', 'Alami'))).toBe(true);
});

test('a given name alone, or a family name alone, brings nobody together', () => {
  expect(meets(named('Amina', 'Cherkaoui'), named('Amina', 'Bennani'))).toBe(false);
  expect(meets(named('Amina', 'Cherkaoui'), named('Samir', 'Cherkaoui'))).toBe(false);
  expect(named('', 'Cherkaoui')).toEqual([]);
});

test('two names meet when, and only when, a word of either part sounds alike', () => {
  const word = fc.constantFrom(
    'Amina',
    'El',
    'Alami',
    'Ben',
    'Chouaib',
    'Shouaib',
    'Ghali',
    'Rali',
    'Zahra',
    'Lalla',
    'Ouafae',
    'Wafae',
  );
  const part = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
  const soundsIn = (name: string) => soundsOf(name).flat();
  const share = (one: string, other: string) => soundsIn(one).some((sound) => soundsIn(other).includes(sound));
  fc.assert(
    fc.property(part, part, part, part, (given, family, otherGiven, otherFamily) => {
      const straight = share(given, otherGiven) && share(family, otherFamily);
      const crossed = share(given, otherFamily) && share(family, otherGiven);
      expect(meets(named(given, family), named(otherGiven, otherFamily))).toBe(straight || crossed);
    }),
  );
});

test('a line that is all words is heard in so many ways and no more', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].join(' ');
  expect(named(letters, letters).length).toBeLessThanOrEqual(64);
});
