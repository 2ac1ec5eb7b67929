import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test('a name that fits stays as it is', () => {
  expect(shortName('  BENALI   Fatima Zahra ', 28)).toBe('BENALI Fatima Zahra');
});

test('in a long name the words between become initials', () => {
  expect(shortName('BENCHEKROUN EL IDRISSI Fatima Zahra', 28)).toBe('BENCHEKROUN EL I. F. Zahra');
});

test('in a long Arabic name the words between go away, and the family name stays', () => {
  expect(shortName('فاطمة الزهراء بنشقرون الإدريسي', 44)).toBe('فاطمة الزهراء الإدريسي');
});

test('any name is cut to fit, never inside a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 4, max: 40 }), (name, most) => {
      const short = shortName(name, most);
      expect(Buffer.byteLength(short)).toBeLessThanOrEqual(most);
      expect(short.isWellFormed()).toBe(true);
      expect(shortName(short, most)).toBe(short);
    }),
  );
});
