import { addDays, toDate } from '#platform/dates';
import { endedForCover } from './covered-member.ts';
import type { MemberDays } from './life-event.ts';

type Settlement = { readonly case: string; readonly from: string };
type Part<M> = Omit<M, 'case_id'> & { readonly case_id?: string | null | undefined };

/**
 * The part of a member as it is once settlements were taken back: as it was before any of them, to the eve of the first renewal that has come
 * since, and ended by the earliest of those that still stand.
 */
export function partWithout<M extends MemberDays & { readonly case_id?: string | null | undefined }>(
  before: readonly M[],
  { standing, renewed }: { readonly standing: readonly Settlement[]; readonly renewed: readonly string[] },
): readonly Part<M>[] {
  const whole = before.map((part) => untilRenewed(part, renewed));
  const [first] = standing.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const change = first && endedForCover(whole, first.from);
  if (!change) return whole;
  const kept = whole.filter((part) => !change.gone.includes(part));
  return [...kept, ...change.parts.map((part) => ({ ...(part as M), case_id: first.case }))];
}

/** Who had a part before the rights were renewed has that one to their eve; who is of the household by the new request has another from then on. */
export function untilRenewed<M extends MemberDays>(part: M, renewed: readonly string[]): M {
  const [next] = renewed.filter((from) => from > part.from_day).toSorted();
  if (next === undefined || (part.to_day !== null && part.to_day < next)) return part;
  return { ...part, to_day: addDays(toDate(next), -1).toString(), ends_by: 'renewal' };
}
