import { addDays, daysBetween, type PlainDate, toDate } from '#platform/dates';
import { lastDayOfRight } from './right.ts';

export type Stretch = { readonly from: string; readonly to: string };
export type PaidYear = { readonly year: number; readonly persons: number; readonly amountCentimes: number };
export type Meanwhile = PaidYear & Stretch & { readonly days: number; readonly ofDays: number; readonly shareCentimes: number };

/**
 * Of each year that a family paid for, the days on which one of its persons was covered elsewhere, and the part of the payment that is this
 * person's for these days: what was paid for one person, by days, rounded down to the centime.
 */
export function paidMeanwhile(paid: readonly PaidYear[], shared: readonly Stretch[], registeredOn: PlainDate): Meanwhile[] {
  return paid.flatMap((year) => {
    const from = year.year === 1 ? registeredOn : addDays(lastDayOfRight(registeredOn, 12 * (year.year - 1)), 1);
    const span = { from: from.toString(), to: lastDayOfRight(registeredOn, 12 * year.year).toString() };
    const days = daysWithin(shared, span);
    if (days === 0) return [];
    const ofDays = daysBetween(toDate(span.from), toDate(span.to)) + 1;
    const shareCentimes = Math.floor((year.amountCentimes * days) / (year.persons * ofDays));
    return [{ ...year, ...span, days, ofDays, shareCentimes }];
  });
}

/** What a commune owes for a poor person on these days, by days of a year of 365, rounded down to the centime. */
export function owedByCommune(shared: readonly Stretch[], dirhamsAYear: number): { days: number; shareCentimes: number } {
  const days = shared.reduce((sum, { from, to }) => sum + daysBetween(toDate(from), toDate(to)) + 1, 0);
  return { days, shareCentimes: Math.floor((dirhamsAYear * 100 * days) / 365) };
}

/** Stretches that do not meet, cut to a span. */
function daysWithin(stretches: readonly Stretch[], span: Stretch): number {
  return stretches.reduce((sum, one) => {
    const [, from = one.from] = [one.from, span.from].toSorted();
    const [to = one.to] = [one.to, span.to].toSorted();
    return from <= to ? sum + daysBetween(toDate(from), toDate(to)) + 1 : sum;
  }, 0);
}
