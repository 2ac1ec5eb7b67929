import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatGrouped, hasValidCheckDigit, normaliseTyped, parsePhone, withCheckDigit } from './index.ts';

const digits = fc.stringMatching(/^\d{11}$/);

test('a number carries a check digit that holds', () => {
  fc.assert(fc.property(digits, (number) => hasValidCheckDigit(withCheckDigit(number))));
});

test('one wrong digit is always seen', () => {
  fc.assert(
    fc.property(digits, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const right = withCheckDigit(number);
      const wrong = (Number(right[place]) + shift) % 10;
      return !hasValidCheckDigit(right.slice(0, place) + wrong + right.slice(place + 1));
    }),
  );
});

test('two neighbouring digits swapped are always seen', () => {
  fc.assert(
    fc.property(digits, fc.nat({ max: 10 }), (number, place) => {
      const right = withCheckDigit(number);
      const [first, second] = [right[place] ?? '', right[place + 1] ?? ''];
      fc.pre(first !== second);
      return !hasValidCheckDigit(right.slice(0, place) + second + first + right.slice(place + 2));
    }),
  );
});

test('letters, a lone digit and nothing at all are no numbers', () => {
  expect(['BE412', '0', ''].map(hasValidCheckDigit)).toEqual([false, false, false]);
  expect(() => withCheckDigit('12a')).toThrow('number-not-digits');
});

test('twelve digits are read in three groups', () => {
  expect(formatGrouped('201504127733')).toBe('2015\u00a00412\u00a07733');
});

test('what is grouped can be typed back', () => {
  fc.assert(fc.property(digits, (number) => normaliseTyped(formatGrouped(number)) === number));
});

test.each([
  ['٢٠١٥ ٠٤١٢ ٧٧٣٣', '201504127733'],
  ['۲۰۱۵-۰۴۱۲-۷۷۳۳', '201504127733'],
  [' 2015–0412–7733\u200f', '201504127733'],
  ['be 412 345', 'BE412345'],
])('%j typed means %s', (typed, meant) => {
  expect(normaliseTyped(typed)).toBe(meant);
});

test.each([
  ['06 12 34 56 78', '+212612345678'],
  ['+212 (0)6-12-34-56-78', '+212612345678'],
  ['00212612345678', '+212612345678'],
  ['٠٦١٢٣٤٥٦٧٨', '+212612345678'],
  ['0524.45.67.89', '+212524456789'],
  ['0612', undefined],
  ['+33612345678', undefined],
  ['', undefined],
])('the telephone typed %s is %s', (typed, phone) => {
  expect(parsePhone(typed)).toBe(phone);
});
