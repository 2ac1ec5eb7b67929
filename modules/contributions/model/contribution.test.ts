import { expect, test } from 'vitest';
import { lawAt } from '#law';
import { payableUntil, yearlyContribution } from './contribution.ts';

const law = lawAt('2026-11-22').contributions;
const rule = { perPerson: law.perPerson.value, householdCap: law.householdCap.value };

test('a family of four owes 480 dirhams a year', () => {
  expect(yearlyContribution(4, rule)).toBe(48_000);
});

test('a family of nine owes no more than the cap', () => {
  expect(yearlyContribution(9, rule)).toBe(60_000);
});

test('a payment is taken as long as it opens something: to the end of the right, or of its year where the law refuses what is late', () => {
  const span = { yearEnds: '2027-03-09', rightEnds: '2029-03-09' };
  expect(payableUntil('running-year', span)).toBe('2029-03-09');
  expect(payableUntil('refused', span)).toBe('2027-03-09');
});
