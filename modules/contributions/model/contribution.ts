import { addDays, addMonths, type PlainDate } from '#platform/dates';
import { atMost, type Centimes, dirhams, multiplyMoney } from '#platform/money';

export type ContributionRule = { readonly perPerson: number; readonly householdCap: number };

/**
 * What a vulnerable household owes for one year: so much a person, never more than the cap. Rule in whole dirhams.
 * Source: decree 2-08-177, article 25.
 */
export function yearlyContribution(persons: number, rule: ContributionRule): Centimes {
  return atMost(multiplyMoney(dirhams(rule.perPerson), persons), dirhams(rule.householdCap));
}

type Span = { readonly yearEnds: string; readonly rightEnds: string };

/** The last day on which a payment opens something, by what the law makes of one that comes after its year: as long as the right lasts, or that year. */
export function payableUntil(rule: 'running-year' | 'refused', { yearEnds, rightEnds }: Span): string {
  return rule === 'running-year' ? rightEnds : yearEnds;
}

/** The last day that the contribution of a year of rights covers, for a household registered on a day; it begins on the day it is paid. */
export function lastDayCovered(registeredOn: PlainDate, year: number): PlainDate {
  return addDays(addMonths(registeredOn, 12 * year), -1);
}
