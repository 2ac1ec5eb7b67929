import { lawAt } from '#law';
import { casablancaDate, daysBetween, type PlainDate, parseDate, Temporal, toIsoDate } from '#platform/dates';
import type { Clock } from './agenda.ts';

export type Delay = { readonly days: number; readonly clock: Clock };

/** How long a file has waited for an agenda: late when it was scored too long ago, or when its family filed too long ago. */
export function delayOfFile({ since, filedOn }: { readonly since: string; readonly filedOn: string }, today: PlainDate): Delay {
  const scored = dayOf(since);
  const filed = parseDate(filedOn) ?? scored;
  const law = lawAt(toIsoDate(scored)).deadlines;
  const clocks = [clockOf(daysBetween(scored, today), law.scored.value), clockOf(daysBetween(filed, today), law.decision.value)];
  return { days: Math.max(0, daysBetween(filed, today)), clock: worst(clocks) };
}

/** How long sealed minutes have waited for the province. */
export function delayOfValidation(sealedAt: string, today: PlainDate): Delay {
  const sealed = dayOf(sealedAt);
  const days = Math.max(0, daysBetween(sealed, today));
  return { days, clock: clockOf(days, lawAt(toIsoDate(sealed)).deadlines.decided.value) };
}

/** How long an enquiry has been out; late as soon as its own day is past, whatever the law would still allow. */
export function delayOfEnquiry(
  { askedAt, dueOn }: { readonly askedAt: string; readonly dueOn: string },
  today: PlainDate,
): Delay {
  const asked = dayOf(askedAt);
  const days = Math.max(0, daysBetween(asked, today));
  const clock = clockOf(days, lawAt(toIsoDate(asked)).deadlines.enquiry.value);
  return { days, clock: toIsoDate(today) > dueOn ? 'late' : clock };
}

function clockOf(days: number, allowed: { readonly warning: number; readonly late: number }): Clock {
  if (days > allowed.late) return 'late';
  return days > allowed.warning ? 'warning' : 'normal';
}

function worst(clocks: readonly Clock[]): Clock {
  if (clocks.includes('late')) return 'late';
  return clocks.includes('warning') ? 'warning' : 'normal';
}

function dayOf(at: string): PlainDate {
  return casablancaDate(Temporal.Instant.from(at));
}
