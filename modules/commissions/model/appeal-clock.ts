import { lawAt } from '#law';
import { daysBetween, type PlainDate, toDate, toIsoDate } from '#platform/dates';

export const clockStandings = ['normal', 'warning', 'late'] as const;
export type ClockStanding = (typeof clockStandings)[number];

/**
 * How an appeal stands to the delay of its answer on a day: days left before the usual day, negative when it is over. Source of the delay:
 * `law/parameters/deadlines/appeal.yaml`, counted from the day the family came.
 */
export function appealClock(answerBy: string, today: PlainDate): { readonly daysLeft: number; readonly clock: ClockStanding } {
  const usual = toDate(answerBy);
  const daysLeft = daysBetween(today, usual);
  const { normal, warning, late } = lawAt(toIsoDate(usual)).deadlines.appeal.value;
  const days = normal - daysLeft;
  if (days <= warning) return { daysLeft, clock: 'normal' };
  return { daysLeft, clock: days > late ? 'late' : 'warning' };
}
