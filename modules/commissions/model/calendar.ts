import { addDays, daysBetween, type PlainDate, parseDate, toIsoDate } from '#platform/dates';

export type Pace = {
  /** The day by which the commission is to sit again, to sit as often as the law expects. */
  readonly nextBy: string;
  readonly isBehind: boolean;
};

/** How often a commission sits against what is expected of it. One that never sat is to sit by today; whether it has to is told by what waits. */
export function paceOf(
  { lastHeld, nextHeld }: { readonly lastHeld: string | undefined; readonly nextHeld: string | undefined },
  { today, perMonth }: { readonly today: PlainDate; readonly perMonth: number },
): Pace {
  const last = lastHeld === undefined ? undefined : parseDate(lastHeld);
  const nextBy = last ? addDays(last, Math.round(DAYS_OF_A_MONTH / Math.max(1, perMonth))) : today;
  const next = nextHeld === undefined ? undefined : parseDate(nextHeld);
  const isMet = next !== undefined && daysBetween(next, nextBy) >= 0;
  return { nextBy: toIsoDate(nextBy), isBehind: !isMet && daysBetween(nextBy, today) > 0 };
}

const DAYS_OF_A_MONTH = 30;
