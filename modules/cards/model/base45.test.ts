import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBase45, toBase45 } from './base45.ts';

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('%j is written as RFC 9285 writes it, %j', (plain, text) => {
  expect(toBase45(Buffer.from(plain))).toBe(text);
  expect(Buffer.from(parseBase45(text) ?? []).toString()).toBe(plain);
});

test.each(['GGW', 'ZZ', 'A', 'bb8', 'BB8é', '::::'])('%j is no base45 text', (text) => {
  expect(parseBase45(text)).toBeUndefined();
});

test('any bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(parseBase45(toBase45(bytes))).toEqual(bytes);
    }),
  );
});
