import { toDate } from '#platform/dates';

/** The first day of a working week in Morocco. */
export function mondayOf(day: string): string {
  const date = toDate(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Sittings by week, in the order given. */
export function byWeek<S extends { readonly heldOn: string }>(
  sittings: readonly S[],
): readonly (readonly [string, readonly S[]])[] {
  return [...Map.groupBy(sittings, ({ heldOn }) => mondayOf(heldOn))];
}
