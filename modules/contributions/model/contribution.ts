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

/** The days that the contribution of a year of rights covers, for a household registered on a day; the first year is 1. */
export function yearCovered(registeredOn: PlainDate, year: number): { readonly from: PlainDate; readonly until: PlainDate } {
  return { from: addMonths(registeredOn, 12 * (year - 1)), until: addDays(addMonths(registeredOn, 12 * year), -1) };
}
