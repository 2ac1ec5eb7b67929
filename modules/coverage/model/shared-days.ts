import { addDays, daysBetween, toDate } from '#platform/dates';

/** Days, both included; without an end, still going on. */
export type Days = { readonly from: string; readonly to: string | null };
export type SharedDays = { readonly from: string; readonly to: string; readonly days: number };

/** The stretches of days up to today on which both schemes cover somebody, neighbours as one, with how many days each is. */
export function sharedDays(one: readonly Days[], other: readonly Days[], today: string): readonly SharedDays[] {
  const met = one.flatMap((own) => other.flatMap((theirs) => meeting(own, theirs, today)));
  const merged: { from: string; to: string }[] = [];
  for (const next of met.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && next.from <= dayAfter(last.to)) last.to = later(last.to, next.to);
    else merged.push({ ...next });
  }
  return merged.map(({ from, to }) => ({ from, to, days: daysBetween(toDate(from), toDate(to)) + 1 }));
}

function meeting(one: Days, other: Days, today: string): { from: string; to: string }[] {
  const from = later(one.from, other.from);
  const [to = today] = [one.to ?? today, other.to ?? today, today].toSorted();
  return from <= to ? [{ from, to }] : [];
}

function later(one: string, other: string): string {
  return [one, other].toSorted()[1] ?? one;
}

function dayAfter(day: string): string {
  return addDays(toDate(day), 1).toString();
}
