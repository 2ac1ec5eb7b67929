import { atMost, type Centimes, dirhams, multiplyMoney } from '#platform/money';

export type ContributionRule = { readonly perPerson: number; readonly householdCap: number };

/**
 * What a vulnerable household owes for one year: so much a person, never more than the cap. Rule in whole dirhams.
 * Source: decree 2-08-177, article 25.
 */
export function yearlyContribution(persons: number, rule: ContributionRule): Centimes {
  return atMost(multiplyMoney(dirhams(rule.perPerson), persons), dirhams(rule.householdCap));
}
