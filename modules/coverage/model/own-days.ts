import { addDays, toDate } from '#platform/dates';

type Days = { readonly from: string; readonly to: string };
type Right = Days & { readonly isCover: boolean };
/** Days of a member's own part, in order; without an end where none is foreseen. */
export type OwnDays = { readonly from: string; readonly to: string | null };

/** What a family's right is to a member who has a part in it on some of its days only: a cover on these, none on the others. */
export function ownRights(right: Right, own: readonly OwnDays[]): readonly Right[] {
  if (!right.isCover) return [right];
  const covered = own.flatMap((days) => {
    const [, from = right.from] = [days.from, right.from].toSorted();
    const [to = right.to] = [days.to ?? right.to, right.to].toSorted();
    return from <= to ? [{ from, to, isCover: true }] : [];
  });
  return [...covered, ...gaps(right, covered)].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

function gaps({ from, to }: Days, covered: readonly Days[]): Right[] {
  const firsts = [from, ...covered.map((days) => dayAfter(days.to))];
  const lasts = [...covered.map((days) => dayBefore(days.from)), to];
  return firsts.flatMap((first, at) => {
    const last = lasts[at] ?? to;
    return first <= last ? [{ from: first, to: last, isCover: false }] : [];
  });
}

function dayAfter(day: string): string {
  return addDays(toDate(day), 1).toString();
}

function dayBefore(day: string): string {
  return addDays(toDate(day), -1).toString();
}
