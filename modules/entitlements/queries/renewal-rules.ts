import { lawAt } from '#law';
import { communesOfProvince, findProvince } from '#modules/territory';
import { addMonths, type PlainDate } from '#platform/dates';
import type { CallRules } from '../model/renewal-plan.ts';

/** A plan looks as far ahead as rights last. */
export function spanFrom(today: PlainDate): { readonly from: string; readonly to: string; readonly months: number } {
  const months = lawAt(today.toString()).rights.periodMonths.value;
  return { from: today.toString(), to: addMonths(today, months).toString(), months };
}

/** What the local commissions of a province, one in each commune, can take up of renewals in a month; undefined where there is no such province. */
export function monthlyCapacity(code: string, today: PlainDate): number | undefined {
  const province = findProvince(code);
  if (!province) return undefined;
  const { commissions, rights } = lawAt(today.toString());
  const sittings = communesOfProvince(province.code).length * commissions.sittingsPerMonth.value;
  return Math.floor(sittings * commissions.capacity.value * rights.renewalShare.value);
}

const DAYS_OF_MONTH = 30;

export function rulesFor(capacity: number, today: PlainDate): CallRules {
  const { rights } = lawAt(today.toString());
  return {
    today,
    opensMonths: rights.renewalOpensMonths.value,
    lastCallDays: rights.renewalLastCallDays.value,
    perDay: capacity / DAYS_OF_MONTH,
  };
}
