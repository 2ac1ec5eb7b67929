import { expect, test } from 'vitest';
import { lawAt } from '#law';
import { yearlyContribution } from './contribution.ts';

const law = lawAt('2026-11-22').contributions;
const rule = { perPerson: law.perPerson.value, householdCap: law.householdCap.value };

test('a family of four owes 480 dirhams a year', () => {
  expect(yearlyContribution(4, rule)).toBe(48_000);
});

test('a family of nine owes no more than the cap', () => {
  expect(yearlyContribution(9, rule)).toBe(60_000);
});
