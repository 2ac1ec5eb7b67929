import { addDays, toDate } from '#platform/dates';
import { endedOn, type MemberChange, type MemberDays } from './life-event.ts';

/**
 * What becomes of the periods of a member for whom another scheme stands from a day: its part ends the day before. Of a part that had not
 * begun by then a period without a day is kept, which says since when and why. Undefined when it has none from that day on.
 */
export function endedForCover<M extends MemberDays>(periods: readonly M[], from: string): MemberChange<M> | undefined {
  const change = endedOn(periods, dayBefore(from), 'double-cover');
  if (!change || change.parts.length > 0) return change;
  const [first] = change.gone.toSorted((one, other) => (one.from_day < other.from_day ? -1 : 1));
  if (!first) return undefined;
  return { ...change, parts: [{ ...first, to_day: dayBefore(first.from_day), ends_by: 'double-cover' }] };
}

/**
 * The first day from which nobody has a part in a family's rights any more, where that is so of every day from this one on; else undefined: the
 * family's right goes on for who is left.
 */
export function nobodyFrom(members: readonly Pick<MemberDays, 'to_day'>[], day: string): string | undefined {
  const ends = members.map(({ to_day }) => to_day);
  if (ends.some((end) => end === null || end >= day)) return undefined;
  const [last] = ends.flatMap((end) => end ?? []).toSorted((one, other) => (one < other ? 1 : -1));
  return last === undefined ? undefined : addDays(toDate(last), 1).toString();
}

function dayBefore(day: string): string {
  return addDays(toDate(day), -1).toString();
}
