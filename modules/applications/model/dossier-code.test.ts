import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierCode, readDossierCode } from './dossier-code.ts';

const secret = new Uint8Array(32).fill(5);
const code = dossierCode('202604127733', secret);

/** What the keys of a French keyboard write on a computer set to Arabic (101), in the order of the rows. */
const latinKeys = 'ertyuiopdsfghjklxcvn';
const arabicKeys = 'ثقفغعهخحيسبلاتنمءؤرى';
const arabicOf = (text: string) => [...text].map((letter) => arabicKeys[latinKeys.indexOf(letter)] ?? letter).join('');

test('every number comes back from its code, and the same number has the same code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      const number = String(value).padStart(12, '0');
      expect(readDossierCode(dossierCode(number, secret), secret)).toEqual({ number });
      expect(dossierCode(number, secret)).toBe(dossierCode(number, secret));
    }),
  );
});

test('a code has only letters that a scanner types alike on every keyboard, and does not show the number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(dossierCode(String(value).padStart(12, '0'), secret)).toMatch(/^dossier[c-lnoprstuvxy]{24}$/);
    }),
  );
});

test.each([
  ['in capitals, as with the shift key locked', code.toUpperCase()],
  ['by a computer set to Arabic', arabicOf(code)],
  ['with the end of line of a scanner and spaces around', `  ${code}\r\n`],
  ['in pieces with dashes, as somebody copies it', code.replace(/(.{5})/g, '$1-')],
])('a code is read %s', (_how, typed) => {
  expect(readDossierCode(typed, secret)).toEqual({ number: '202604127733' });
});

test('a code with another number, another letter, a letter more or less, or of another house, is forged', () => {
  const others = [
    dossierCode('202604127741', secret).slice(0, 17) + code.slice(17),
    code.slice(0, -1) + (code.endsWith('c') ? 'd' : 'c'),
    `${code}c`,
    code.slice(0, -1),
    'dossier',
    dossierCode('202604127733', new Uint8Array(32).fill(6)),
  ];
  for (const other of others) expect(readDossierCode(other, secret)).toBe('forged');
});

test('whatever else is scanned or typed is no code of a dossier', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      expect(readDossierCode(text, secret)).toBeOneOf([undefined, 'forged']);
    }),
  );
  for (const text of ['', '202604127733', 'RMD1:6BF+70790T9WJWG', 'https://elsewhere.example/dossier'])
    expect(readDossierCode(text, secret)).toBeUndefined();
});
