import { addDays, addMonths, type PlainDate, toDate } from '#platform/dates';

/** How many families' rights end on a day. */
export type Ending = { readonly term: string; readonly families: number };

/** So many of the families whose rights end on a day are called on another. */
export type Call = { readonly callOn: string; readonly term: string; readonly families: number };

export type CallRules = {
  readonly today: PlainDate;
  /** A renewal opens so long before the end of the rights. */
  readonly opensMonths: number;
  /** The last day to be called, before the end of the rights. */
  readonly lastCallDays: number;
  /** How many renewals the commissions can take up in a day. */
  readonly perDay: number;
};

export type RenewalPlan = {
  readonly calls: readonly Call[];
  /** Families called beyond what the commissions can take up, since they could wait no longer, by day. */
  readonly excess: readonly { readonly day: string; readonly families: number }[];
};

/** The days on which a family may be called, by the day its rights end; today at the earliest, and never after that end. */
export function windowOf(
  term: string,
  { today, opensMonths, lastCallDays }: CallRules,
): { readonly from: string; readonly to: string } {
  const now = today.toString();
  const opens = addMonths(toDate(term), -opensMonths).toString();
  const last = addDays(toDate(term), -lastCallDays).toString();
  const [, from = now] = [opens, now].sort();
  const [, to = from] = [last, from].sort();
  return { from, to };
}

/**
 * Spreads the calls of a wave under what commissions can take up: each day those whose last day is nearest, as many as there is room for. Whoever
 * cannot wait any longer is called beyond it, and that is told. Calling the nearest first leaves no excess that another order would avoid.
 */
export function planCalls(endings: readonly Ending[], rules: CallRules): RenewalPlan {
  const now = rules.today.toString();
  const waiting = endings
    .filter(({ term, families }) => term >= now && families > 0)
    .map((ending) => ({ ...ending, ...windowOf(ending.term, rules), left: ending.families }))
    .sort((one, other) => (one.to < other.to || (one.to === other.to && one.term < other.term) ? -1 : 1));
  const calls: Call[] = [];
  const excess: { day: string; families: number }[] = [];
  const last = waiting.at(-1)?.to ?? '';
  for (let day = now; day <= last; day = addDays(toDate(day), 1).toString()) {
    let room = Math.floor(rules.perDay);
    let beyond = 0;
    for (const wave of waiting) {
      if (wave.from > day || wave.left === 0) continue;
      const due = wave.to === day ? wave.left : Math.min(wave.left, room);
      if (due === 0) continue;
      calls.push({ callOn: day, term: wave.term, families: due });
      beyond += Math.max(0, due - room);
      room = Math.max(0, room - due);
      wave.left -= due;
    }
    if (beyond > 0) excess.push({ day, families: beyond });
  }
  return { calls, excess };
}

/** Everybody called on the day the renewal opens: what happens without a plan. */
export function callsUnplanned(endings: readonly Ending[], rules: CallRules): readonly Call[] {
  return endings
    .filter(({ term }) => term >= rules.today.toString())
    .map(({ term, families }) => ({ callOn: windowOf(term, rules).from, term, families }));
}

/** Families by the month of a day of theirs, in order. */
export function byMonth(lines: readonly { readonly day: string; readonly families: number }[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const { day, families } of lines) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + families);
  return new Map([...months].sort(([one], [other]) => (one < other ? -1 : 1)));
}
