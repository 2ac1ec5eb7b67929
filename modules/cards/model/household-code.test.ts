import { expect, test } from 'vitest';
import { drawQr } from '#platform/qr';
import { aSigningKey, cardClaims, day, keysOf } from '../testing/credentials.ts';
import { issueCredential, verifyCredential } from './credential.ts';
import { issueClaim169 } from './issue-claim-169.ts';

const key = aSigningKey();
const given = [
  'Fatima Zahra',
  'Abdelkrim',
  'Mohammed Amine',
  'Khadija',
  'Youssef',
  'Zineb',
  'Ayoub',
  'Salma',
  'Ilyas',
  'Noureddine',
  'Hafsa',
  'Yahya',
];
const household = (persons: number) =>
  cardClaims({
    birthYears: Array.from({ length: persons }, (_, at) => 1980 + at * 3),
    givenNames: Array.from({ length: persons }, (_, at) => given[at % given.length] ?? ''),
  });
/** Without the white around it. */
const squaresOf = (text: string) => drawQr(text).side - 2 * 4;

test('one code carries a household, each member by a short name and a year, and is verified as a card is', () => {
  const { text } = issueCredential(household(12), key);
  const verdict = verifyCredential(text, { publicKeys: keysOf(key), on: day('2027-01-01') });
  expect(verdict).toMatchObject({
    verdict: 'valid',
    claims: { givenNames: expect.arrayContaining(['Abdelkrim', 'Mohammed Amine']) },
  });
  if (!('claims' in verdict)) throw new Error('not verified');
  expect(verdict.claims.birthYears).toHaveLength(12);
  expect(verdict.claims.givenNames?.[0]).toBe('Fatima Zahra');
});

test('from one person to twelve the code grows by what each needs, and stays one that an old camera reads', () => {
  const sizes = Array.from({ length: 12 }, (_, at) => {
    const { token, text } = issueCredential(household(at + 1), key);
    return { persons: at + 1, bytes: token.length, letters: text.length, squares: squaresOf(text) };
  });
  expect(sizes.map(({ bytes }) => bytes)).toEqual(sizes.map(({ bytes }) => bytes).toSorted((one, other) => one - other));
  expect(sizes[0]).toMatchObject({ persons: 1 });
  expect(sizes[0]?.bytes).toBeLessThan(240);
  expect(sizes[11]?.bytes).toBeLessThan(370);
  // At 38 mm a square of 77 is still half a millimetre; so is it with twelve persons.
  expect(sizes[11]?.squares).toBeLessThanOrEqual(77);
  expect(squaresOf(issueClaim169(household(1), key))).toBeLessThanOrEqual(77);
});

test('a household has a name for each of its members, or none', () => {
  expect(() => issueCredential(cardClaims({ givenNames: ['Fatima'] }), key)).toThrow(RangeError);
});
