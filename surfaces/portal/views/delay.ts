import type { Lateness } from '#design/components/timeline.tsx';
import { type Law, lawAt } from '#law';
import { daysBetween, type PlainDate, toIsoDate } from '#platform/dates';
import type { Message } from '#platform/i18n';

/** A delay of the law by its name: `checking`, `payment`, `cardDelivery`… */
export type Clock = keyof Law['deadlines'];

export type Delay = { readonly days: number; readonly normDays: number; readonly late: Lateness; readonly note?: Message };

/**
 * How long something has waited or took, beside what the law of the day it began calls normal. A delay that no public text gives says so:
 * an invented norm must never read like a promise.
 */
export function delayOf(clock: Clock, since: PlainDate, until: PlainDate): Delay {
  const { value, status } = lawAt(toIsoDate(since)).deadlines[clock];
  const days = Math.max(0, daysBetween(since, until));
  const late = days > value.late ? 'late' : days > value.warning ? 'warning' : 'no';
  return {
    days,
    normDays: value.normal,
    late,
    ...(status === 'official' ? {} : { note: { key: `portal.law.delay.${status}` } }),
  };
}
