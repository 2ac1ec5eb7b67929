import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinSealedParts, readSealedPart, type SealedPart, toSealedParts } from './sealed-parts.ts';

const read = (texts: readonly string[]) => texts.map((text) => readSealedPart(text) as SealedPart);

test('what was spread over codes is put together again, in whatever order they were read', () => {
  const tokens = fc.uint8Array({ minLength: 3, maxLength: 3000 });
  fc.assert(
    fc.property(tokens, fc.nat(), (token, turn) => {
      const parts = read(toSealedParts(token));
      const turned = [...parts.slice(turn % parts.length), ...parts.slice(0, turn % parts.length)];
      expect(joinSealedParts([...turned, ...turned])).toEqual(token);
    }),
  );
});

test('a code that a few pages share is never longer than a printer manages', () => {
  const texts = toSealedParts(new Uint8Array(1000).fill(7));
  expect(texts).toHaveLength(3);
  expect(texts.every((text) => text.length <= 600 && /^[0-9A-Z $%*+\-./:]+$/.test(text))).toBe(true);
});

test('one page alone is not the whole, and pages of two families are not mixed', () => {
  const one = read(toSealedParts(new Uint8Array(600).fill(1)));
  const other = read(toSealedParts(new Uint8Array(600).fill(2)));
  expect(joinSealedParts(one.slice(1))).toBeUndefined();
  expect(joinSealedParts([one[0], other[1]] as SealedPart[])).toBeUndefined();
  expect(joinSealedParts([])).toBeUndefined();
});

test.each([
  ['RMA2:11ABCDE', 'other-version'],
  ['RMA12:', 'other-version'],
  ['RMD1:6BF', undefined],
  ['RMA1:', undefined],
  ['RMA1:31ABCD', undefined],
  ['RMA1:01ABCD', undefined],
  ['202600000018', undefined],
])('%s is %s', (text, what) => expect(readSealedPart(text)).toBe(what));
