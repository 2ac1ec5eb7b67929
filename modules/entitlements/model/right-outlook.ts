import { addDays, toDate } from '#platform/dates';
import { type RightFacts, rightAnswer } from './right-answer.ts';

export const outlookStates = [
  'open',
  'emergency-only',
  'unpaid',
  /** To pay, and the receipt opens emergencies still. */
  'unpaid-emergencies',
  'suspended',
  'closed',
  'expired',
  'unknown',
] as const;
export type OutlookState = (typeof outlookStates)[number];

/**
 * What a right is and what becomes of it by itself: told once, it answers for days to come. `day`: the last day of the state or, of a right that is
 * over, the first; absent where it has none. `becomes`: what the day after brings.
 */
export type RightOutlook = {
  readonly state: OutlookState;
  readonly day?: string | undefined;
  readonly becomes?: OutlookState | undefined;
};

export function rightOutlook(facts: Omit<RightFacts, 'renewalOpensMonths' | 'member'>, on: string): RightOutlook {
  const at = (day: string) => rightAnswer({ ...facts, renewalOpensMonths: () => 0 }, day);
  const { state, since, until, emergenciesUntil } = at(on);
  if (state === 'closed' || state === 'expired') return since === undefined ? { state } : { state, day: since };
  if (emergenciesUntil !== undefined && (until === undefined || emergenciesUntil < until))
    return { state: 'unpaid-emergencies', day: emergenciesUntil, becomes: state };
  const named = emergenciesUntil === undefined ? state : 'unpaid-emergencies';
  if (until === undefined || state === 'unknown') return { state: named };
  return { state: named, day: until, becomes: at(addDays(toDate(until), 1).toString()).state };
}

/** The better of two: of a family whose right is over, or waits, and of the receipt of its renewal. */
export function betterOutlook(one: RightOutlook, other: RightOutlook): RightOutlook {
  return outlookStates.indexOf(one.state) <= outlookStates.indexOf(other.state) ? one : other;
}

/** Answers alike are reckoned once: of millions of families only some thousand differ. */
export function openOutlooks(on: string): (facts: Omit<RightFacts, 'renewalOpensMonths' | 'member'>) => RightOutlook {
  const known = new Map<string, RightOutlook>();
  return (facts) => {
    const periods = facts.periods.map(({ state, from, to, reason }) => [state, from, to, reason]);
    const { registration, receipt } = facts;
    const key = JSON.stringify([periods, registration?.category, registration?.term, receipt?.from, receipt?.to]);
    const found = known.get(key) ?? rightOutlook(facts, on);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, found);
    return found;
  };
}

const MOST_KEPT = 50_000;
