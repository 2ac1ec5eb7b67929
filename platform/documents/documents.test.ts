import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/config';
import { charactersOf } from './font-coverage.ts';
import { DocumentError, renderPdf } from './index.ts';
import { toPrintable } from './printable-text.ts';

const fonts = join(projectRoot, 'design/fonts');
const fontsOf = (family: string) => readdirSync(fonts).filter((file) => file.startsWith(family) && file.endsWith('.ttf'));
const canDraw = (file: string, text: string) => {
  const characters = charactersOf(readFileSync(join(fonts, file)));
  return Array.from(text).every((letter) => characters.has(letter.codePointAt(0) ?? 0));
};

test.each(fontsOf('ibm-plex-sans-arabic'))('%s draws every letter of Moroccan Arabic names, ڭ and ݣ too', (file) => {
  expect(canDraw(file, 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيڭݣڤپگ،؟')).toBe(true);
});

test('Tifinagh is drawn whole, as IRCAM fixed it', () => {
  expect(canDraw('noto-sans-tifinagh-400.ttf', 'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ')).toBe(true);
});

test.each(fontsOf('ibm-plex-sans-4'))('%s draws the accents of French', (file) => {
  expect(canDraw(file, 'àâçéèêëîïôùûüÿœæÀÉÈÊÔŒ’«»–•')).toBe(true);
});

test('a letter with a mark that no font draws loses the mark rather than the letter', () => {
  expect(toPrintable('a\u1e0dẓ', new Set([97, 100]))).toBe('ad?');
});

test('a letter that no font draws becomes a question mark, and a control that hides or turns text goes away', () => {
  const drawable = new Set(Array.from('abcé ', (letter) => letter.codePointAt(0) ?? 0));
  expect(toPrintable({ name: 'a☃b', list: ['e\u0301\u202ec\u0000', 3, null] }, drawable)).toEqual({
    name: 'a?b',
    list: ['éc', 3, null],
  });
});

test('marks that isolate a fact stay when they close, and go when they do not', () => {
  const drawable = new Set([97]);
  expect(toPrintable('a\u2068a\u2069', drawable)).toBe('a\u2068a\u2069');
  expect(toPrintable('a\u2068a\u2068a\u2069\u2069', drawable)).toBe('a\u2068a\u2068a\u2069\u2069');
  expect(toPrintable('a\u2068a', drawable)).toBe('aa');
  expect(toPrintable('a\u2069a\u2068', drawable)).toBe('aa');
});

test('a document asked for without its data says which one, and nothing about anybody', async () => {
  await expect(renderPdf('card', { holder: { latin: 'BENALI Fatima' } })).rejects.toThrow(DocumentError);
  await expect(renderPdf('card', { issuedOn: '2026-04-02' })).rejects.toThrow(/"card".*texts/);
  await expect(renderPdf('card', { holder: { latin: 'BENALI Fatima' } })).rejects.not.toThrow(/BENALI/);
});
