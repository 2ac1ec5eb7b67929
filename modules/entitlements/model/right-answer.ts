import { addDays, addMonths, toDate } from '#platform/dates';
import { type MemberPeriod, type Membership, membershipOn } from './beneficiary.ts';
import type { Category, RightState } from './right.ts';

/** What a hospital, another programme or the family itself is told of a right on a day. */
export const answerStates = ['open', 'emergency-only', 'unpaid', 'suspended', 'closed', 'expired', 'unknown'] as const;
export type AnswerState = (typeof answerStates)[number];

/** What whoever asked for somebody can do now. */
export const nextSteps = [
  'none',
  'renew',
  'pay',
  'follow-request',
  'ask-agency',
  'apply',
  'check-number',
  'treat-as-unproven',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** A right over days as it was known; of two that speak of one day the one known later stands. */
export type KnownPeriod = {
  readonly state: RightState;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly knownFrom: string;
};

/** Everything the answer follows from. `term` is the last day of the years of the law; `receipt` the days on which it opens emergency care. */
export type RightFacts = {
  readonly registration?: { readonly category: Category; readonly term: string } | undefined;
  readonly periods: readonly KnownPeriod[];
  /** The own periods of the member who is asked about; absent where the family is. */
  readonly member?: readonly MemberPeriod[] | undefined;
  readonly receipt?: { readonly from: string; readonly to: string } | undefined;
  /** By the law of the day; asked for only of a right that is open on it, since days before the first law have none. */
  readonly renewalOpensMonths: () => number;
};

export type RightAnswer = {
  readonly state: AnswerState;
  /** The first and the last day of it, as it is known; absent where it has none. */
  readonly since?: string;
  readonly until?: string;
  readonly reason: string;
  readonly next: NextStep;
  /** Until when the receipt opens emergency care to a family that has still to pay. */
  readonly emergenciesUntil?: string;
};

/** Days that are all answered alike; open at either end. */
type Stretch = { readonly state: AnswerState; readonly reason: string; readonly from?: string; readonly to?: string };

const NOBODY = { state: 'unknown', reason: 'not-found' } as const;

/**
 * Whether somebody has rights on a day, by what was known. A right that waits for its payment opens emergencies as long as the receipt of the
 * request does; the year that a vulnerable family has not paid is owed until its term, not expired.
 */
export function rightAnswer(facts: RightFacts, day: string): RightAnswer {
  const stretch = ofMember(stretchAt(timelineOf(facts), day), facts.member && membershipOn(facts.member, day));
  const { receipt } = facts;
  const isReceiptGood = receipt !== undefined && receipt.from <= day && day <= receipt.to;
  return {
    state: stretch.state,
    ...(stretch.from === undefined ? {} : { since: stretch.from }),
    ...(stretch.to === undefined ? {} : { until: stretch.to }),
    reason: stretch.reason,
    next: nextStepOf(stretch, facts, day),
    ...(stretch.state === 'unpaid' && isReceiptGood ? { emergenciesUntil: receipt.to } : {}),
  };
}

/** The better of two answers for one person: of two families, or of a right that is over and the receipt of its renewal. */
export function betterAnswer<A extends RightAnswer>(one: A, other: A): A {
  const rank = answerStates.indexOf(one.state) - answerStates.indexOf(other.state);
  if (rank !== 0) return rank < 0 ? one : other;
  return (one.since ?? '') >= (other.since ?? '') ? one : other;
}

/** Every day there is, in order, each in one stretch. */
function timelineOf(facts: RightFacts): readonly Stretch[] {
  const rights = merged(filled(painted(facts.periods), facts));
  const [first] = rights;
  const before = receiptStretches(facts, first?.from);
  return merged([...before, ...rights]);
}

/** Periods without overlaps: each day under the period known last. */
function painted(periods: readonly KnownPeriod[]): readonly KnownPeriod[] {
  const byKnowledge = periods.toSorted((one, other) => (one.knownFrom < other.knownFrom ? -1 : 1));
  const cuts = [...new Set(periods.flatMap(({ from, to }) => [from, dayAfter(to)]))].sort();
  return cuts.slice(0, -1).flatMap((from, place) => {
    const to = dayBefore(cuts[place + 1] ?? from);
    const holding = byKnowledge.findLast((period) => period.from <= from && to <= period.to);
    return holding ? [{ ...holding, from, to }] : [];
  });
}

/** The same with what is true between periods and after the last one. */
function filled(periods: readonly KnownPeriod[], { registration }: RightFacts): readonly Stretch[] {
  return periods.flatMap((period, place) => {
    const own = { ...saidOf(period), from: period.from, to: period.to };
    const following = periods[place + 1];
    const from = dayAfter(period.to);
    if (following?.from === from) return [own];
    const to = following && dayBefore(following.from);
    return [own, ...afterwards(own, { from, ...(to === undefined ? {} : { to }) }, registration)];
  });
}

function saidOf({ state, reason }: KnownPeriod): { readonly state: AnswerState; readonly reason: string } {
  if (state === 'closed' && reason === 'term') return { state: 'expired', reason };
  const said = {
    provisional: 'emergency-only',
    pending_payment: 'unpaid',
    open: 'open',
    suspended: 'suspended',
    closed: 'closed',
  };
  return { state: said[state] as AnswerState, reason };
}

type Gap = { readonly from: string; readonly to?: string };

/** What the family has, as far as the member who is asked about has a part in it. */
function ofMember(stretch: Stretch, membership: Membership | undefined): Stretch {
  if (!membership || !['open', 'unpaid', 'suspended'].includes(stretch.state)) return stretch;
  const { until } = membership;
  if (membership.is === 'not-yet') return { ...NOBODY, ...(until === undefined ? {} : { to: until }) };
  if (membership.is === 'out')
    return {
      state: 'closed',
      reason: `member-${membership.by}`,
      from: membership.since,
      ...(until === undefined ? {} : { to: until }),
    };
  const from = [stretch.from ?? membership.since, membership.since].sort()[1];
  const [to] = [stretch.to, until].filter((day) => day !== undefined).sort();
  const { from: _from, to: _to, ...said } = stretch;
  return { ...said, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** What follows a right that is over: still closed, the next year to pay within the term of a vulnerable family, or expired. */
function afterwards(ended: Stretch, gap: Gap, registration: RightFacts['registration']): readonly Stretch[] {
  if (ended.state === 'closed') return [{ state: 'closed', reason: ended.reason, ...gap }];
  const expired = { state: 'expired', reason: 'term' } as const;
  const isOwed = registration?.category === 'vulnerable' && ['open', 'unpaid'].includes(ended.state);
  if (!isOwed || gap.from > registration.term) return [{ ...expired, ...gap }];
  const owed = { state: 'unpaid', reason: 'contribution-due', from: gap.from } as const;
  if (gap.to !== undefined && gap.to <= registration.term) return [{ ...owed, to: gap.to }];
  return [
    { ...owed, to: registration.term },
    { ...expired, ...gap, from: dayAfter(registration.term) },
  ];
}

/** What the receipt opens before the first right, or alone. */
function receiptStretches({ receipt }: RightFacts, firstRight: string | undefined): readonly Stretch[] {
  const end = firstRight === undefined ? undefined : dayBefore(firstRight);
  if (!receipt || (end !== undefined && end < receipt.from)) return [{ ...NOBODY, ...(end === undefined ? {} : { to: end }) }];
  const to = end !== undefined && end < receipt.to ? end : receipt.to;
  const emergencies = { state: 'emergency-only', reason: 'receipt', from: receipt.from, to } as const;
  const stretches: Stretch[] = [{ ...NOBODY, to: dayBefore(receipt.from) }, emergencies];
  if (to === end) return stretches;
  return [
    ...stretches,
    { state: 'expired', reason: 'receipt-term', from: dayAfter(to), ...(end === undefined ? {} : { to: end }) },
  ];
}

/** Neighbours that are answered alike are one; the reason is that of the day on which it began. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const done: Stretch[] = [];
  for (const next of stretches) {
    const last = done.at(-1);
    if (last?.state === next.state && last.to !== undefined && next.from === dayAfter(last.to)) {
      const { to: _until, ...begun } = last;
      done[done.length - 1] = { ...begun, ...(next.to === undefined ? {} : { to: next.to }) };
    } else done.push(next);
  }
  return done;
}

function stretchAt(stretches: readonly Stretch[], day: string): Stretch {
  return stretches.find(({ from, to }) => (from ?? day) <= day && day <= (to ?? day)) ?? NOBODY;
}

function nextStepOf({ state, reason, to }: Stretch, { registration, renewalOpensMonths }: RightFacts, day: string): NextStep {
  if (state === 'open') return opensRenewal(to, registration?.term ?? to, { day, renewalOpensMonths }) ? 'renew' : 'none';
  if (state === 'expired') return reason === 'receipt-term' ? 'follow-request' : 'renew';
  if (reason === 'member-double-cover') return 'ask-agency';
  if (reason.startsWith('member-')) return reason === 'member-death' ? 'none' : 'apply';
  return steps[state];
}

function opensRenewal(
  until: string | undefined,
  term: string | undefined,
  { day, renewalOpensMonths }: { readonly day: string } & Pick<RightFacts, 'renewalOpensMonths'>,
): boolean {
  if (until === undefined || term === undefined || until < term) return false;
  return addMonths(toDate(until), -renewalOpensMonths()).toString() <= day;
}

const steps = {
  'emergency-only': 'follow-request',
  unpaid: 'pay',
  suspended: 'ask-agency',
  closed: 'ask-agency',
  unknown: 'apply',
} as const satisfies Record<Exclude<AnswerState, 'open' | 'expired'>, NextStep>;

function dayAfter(day: string): string {
  return addDays(toDate(day), 1).toString();
}

function dayBefore(day: string): string {
  return addDays(toDate(day), -1).toString();
}
