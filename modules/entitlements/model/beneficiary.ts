import type { ChildAges, EntitledBy } from '#modules/registry';
import { addDays, addMonths, completedYears, toDate } from '#platform/dates';

/** By what a member of a family came to have its rights. */
export type Beginning = 'registered' | 'renewed' | 'birth' | 'marriage' | 'studies' | 'disability' | 'cover-ended';

/** By what a member's rights end while the family's go on. */
export const endings = [
  'child-age',
  'student-age',
  'death',
  'divorce',
  'marriage',
  'departure',
  'double-cover',
  'renewal',
] as const;
export type Ending = (typeof endings)[number];

/** A member's own part in the rights of a family, as it was known; of two that speak of one day the one known later stands. */
export type MemberPeriod = {
  readonly from: string;
  /** Absent where no end is foreseen. */
  readonly to: string | null;
  readonly begunBy: Beginning;
  readonly endsBy: Ending | null;
  readonly knownFrom: string;
};

export type ForeseenEnd = { readonly to_day: string; readonly ends_by: Ending };

/**
 * When a member's rights will end by age alone: a child is in the household up to the years of the law, the last day being that before the
 * next birthday. Spouses and disabled children have no such end. Source: law 65-00, article 116.
 */
export function foreseenEnd(
  member: { readonly entitledBy: EntitledBy; readonly birthDate: string },
  ages: ChildAges,
): ForeseenEnd | undefined {
  if (member.entitledBy === 'dependent-child')
    return { to_day: lastDayAged(member.birthDate, ages.dependent), ends_by: 'child-age' };
  if (member.entitledBy === 'studying-child')
    return { to_day: lastDayAged(member.birthDate, ages.studying), ends_by: 'student-age' };
  return undefined;
}

/** The last day on which somebody has no more than these completed years; who was born on 29 February is a year older on 1 March. */
function lastDayAged(birthDate: string, years: number): string {
  const birth = toDate(birthDate);
  const birthday = addMonths(birth, 12 * (years + 1));
  return (completedYears(birth, birthday) > years ? addDays(birthday, -1) : birthday).toString();
}

/** What is true of a member on a day: in the household since and until, not yet, or out of it by some event since a day. */
export type Membership =
  | { readonly is: 'in'; readonly since: string; readonly until: string | undefined }
  | { readonly is: 'not-yet'; readonly until: string }
  | { readonly is: 'out'; readonly since: string; readonly by: Ending; readonly until: string | undefined };

/** Periods that follow each other without a gap are one stay; whoever was registered with the family was in it from its first day. */
export function membershipOn(periods: readonly MemberPeriod[], day: string): Membership | undefined {
  const known = periods.toSorted((one, other) => (one.knownFrom < other.knownFrom ? -1 : 1));
  const holding = known.findLast((period) => period.from <= day && day <= (period.to ?? day));
  if (holding) {
    const before = known.find(({ to }) => to !== null && dayAfter(to) === holding.from);
    const since = before && before !== holding ? before.from : holding.from;
    const after = known.find(({ from }) => holding.to !== null && from === dayAfter(holding.to));
    return { is: 'in', since, until: (after ?? holding).to ?? undefined };
  }
  const next = known.filter(({ from }) => from > day).toSorted((one, other) => (one.from < other.from ? -1 : 1))[0];
  const last = known
    .filter(({ to }) => to !== null && to < day)
    .toSorted((one, other) => (`${one.to}/${one.from}` < `${other.to}/${other.from}` ? 1 : -1))[0];
  if (last?.to && last.endsBy)
    return { is: 'out', since: dayAfter(last.to), by: last.endsBy, until: next && dayBefore(next.from) };
  return next && next.begunBy !== 'registered' ? { is: 'not-yet', until: dayBefore(next.from) } : undefined;
}

function dayAfter(day: string): string {
  return addDays(toDate(day), 1).toString();
}

function dayBefore(day: string): string {
  return addDays(toDate(day), -1).toString();
}
