import type { ChildAges } from '#modules/registry';
import { addDays, toDate } from '#platform/dates';
import { type Ending, foreseenEnd } from './beneficiary.ts';
import type { MemberDays } from './life-event.ts';

const byAge: readonly (Ending | null)[] = ['child-age', 'student-age'];

/**
 * The periods of a member as they are by another birth date: what an age ends, ends by the right one, later or earlier, and studies go on from there.
 * Whatever else ended a part still does, unless the age came first. A part that would begin after its end never was.
 */
export function agedBy<M extends MemberDays>(periods: readonly M[], birthDate: string, ages: ChildAges): readonly M[] {
  const inOrder = periods.toSorted((one, other) => (one.from_day < other.from_day ? -1 : 1));
  const aged: M[] = [];
  for (const [at, period] of inOrder.entries()) {
    const before = inOrder[at - 1];
    const from_day = before && goesOn(before, period) ? dayAfter(aged.at(-1), before, period) : period.from_day;
    const ended = { ...period, from_day, ...endOf(period, { birthDate, ages, next: inOrder[at + 1] }) };
    if (ended.to_day === null || ended.from_day <= ended.to_day) aged.push(ended);
  }
  return aged;
}

/** Studies that go on where the age of the others ended the part. */
function goesOn(before: MemberDays, period: MemberDays): boolean {
  return before.ends_by === 'child-age' && period.entitled_by === 'studying-child' && isDayAfter(before.to_day, period.from_day);
}

function dayAfter(aged: MemberDays | undefined, before: MemberDays, period: MemberDays): string {
  // The part before has gone: its age had come before it began, and what goes on begins where it would have.
  if (aged?.entitled_by !== before.entitled_by || aged.to_day === null) return before.from_day;
  return isDayAfter(aged.to_day, period.from_day) ? period.from_day : addDays(toDate(aged.to_day), 1).toString();
}

function isDayAfter(last: string | null, day: string): boolean {
  return last !== null && addDays(toDate(last), 1).toString() === day;
}

type Ageing = { readonly birthDate: string; readonly ages: ChildAges; readonly next: MemberDays | undefined };

function endOf(period: MemberDays, { birthDate, ages, next }: Ageing): Pick<MemberDays, 'to_day' | 'ends_by'> {
  const { to_day, ends_by } = period;
  const foreseen = foreseenEnd({ entitledBy: period.entitled_by, birthDate }, ages);
  if (!foreseen) return { to_day, ends_by };
  if (!byAge.includes(ends_by)) return to_day !== null && to_day <= foreseen.to_day ? { to_day, ends_by } : foreseen;
  // Whatever begins for another reason than this age, as a disability, is not run over.
  if (!next || goesOn(period, next) || foreseen.to_day < next.from_day) return foreseen;
  return { ...foreseen, to_day: addDays(toDate(next.from_day), -1).toString() };
}
