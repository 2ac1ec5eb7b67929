import { expect, test } from 'vitest';
import { entitledBy, type StatedMember } from './ramed-household.ts';

const ages = { dependent: 21, studying: 26 };
const day = '2026-11-22';
const child = (birthDate: string, change: Partial<StatedMember> = {}): StatedMember => ({
  ref: 2,
  relation: 'child',
  birthDate,
  maritalStatus: 'single',
  schooling: 'none',
  earns: false,
  disabled: false,
  ...change,
});

test('a child is dependent until the day before turning twenty-two', () => {
  expect(entitledBy(child('2004-11-23'), day, ages)).toBe('dependent-child');
  expect(entitledBy(child('2004-11-22'), day, ages)).toBeUndefined();
});

test('a student stays dependent to twenty-six', () => {
  expect(entitledBy(child('2000-01-01', { schooling: 'public' }), day, ages)).toBe('studying-child');
  expect(entitledBy(child('1999-11-22', { schooling: 'public' }), day, ages)).toBeUndefined();
});

test('a disabled child belongs to the household at any age', () => {
  expect(entitledBy(child('1970-01-01', { disabled: true }), day, ages)).toBe('disabled-child');
});

test('a child who earns or has married applies alone', () => {
  expect(entitledBy(child('2010-01-01', { earns: true }), day, ages)).toBeUndefined();
  expect(entitledBy(child('2008-01-01', { maritalStatus: 'married' }), day, ages)).toBeUndefined();
});

test('a mother living in the dwelling applies for herself', () => {
  expect(entitledBy(child('1950-01-01', { relation: 'parent' }), day, ages)).toBeUndefined();
});
