import { expect, test } from 'vitest';
import { compareNames } from './names.ts';

const latin = (family: string, given: string) => ({ fr: { family, given } });
const arabic = (family: string, given: string) => ({ ar: { family, given } });

test.each([
  ['Benali', 'Fatima Zahra', 'BEN ALI', 'Fatima-Zahra'],
  ['El Alaoui', 'Mohamed', 'ELALAOUI', 'Mohammed'],
  ['Oubella', 'Aïcha', 'Oubella', 'Aicha'],
  ['Chraïbi', 'Khadija', 'Shraibi', 'Khadidja'],
])('%s %s and %s %s are one person spelled differently', (family, given, otherFamily, otherGiven) => {
  expect(compareNames(latin(family, given), latin(otherFamily, otherGiven))).toBe('spelled-differently');
});

test('the same letters in capitals are the same name', () => {
  expect(compareNames(latin('Amrani', 'Hassan'), latin('AMRANI', 'HASSAN'))).toBe('same');
});

test('hamza, ta marbuta and short vowels do not make another person', () => {
  expect(compareNames(arabic('بنعلي', 'فاطمة الزهراء'), arabic('بن علي', 'فاطِمه الزهرا'))).toBe('spelled-differently');
});

test('another given name is another person', () => {
  expect(compareNames(latin('Benali', 'Hassan'), latin('Benali', 'Said'))).toBe('different');
});

test('names in different scripts only cannot be compared', () => {
  expect(compareNames(latin('Benali', 'Hassan'), arabic('بنعلي', 'حسن'))).toBe('not-comparable');
});
