import { Temporal } from '#platform/dates';

/** An arrival or a departure, as the books keep it; `at` by the clock of the room, `recorded_at` by ours. */
export type Movement = {
  readonly member_id: string;
  readonly moved: 'arrived' | 'left';
  readonly at: string;
  readonly recorded_at: string;
};

/** Who is in the room at a moment: what all arrivals and departures up to then add up to. */
export function inTheRoom(movements: readonly Movement[], moment: string): ReadonlySet<string> {
  const until = toMs(moment);
  const room = new Set<string>();
  for (const { member_id, moved } of inOrder(movements.filter(({ at }) => toMs(at) <= until))) {
    if (moved === 'arrived') room.add(member_id);
    else room.delete(member_id);
  }
  return room;
}

/** In the order they happened; of two at one moment, the one noted first. */
export function inOrder<Moved extends Movement>(movements: readonly Moved[]): Moved[] {
  return [...movements].sort((one, other) => toMs(one.at) - toMs(other.at) || toMs(one.recorded_at) - toMs(other.recorded_at));
}

/**
 * A moment of the room's clock as the books keep it: not before the sitting opened and not after now, whatever that clock says, so that
 * nothing is ever ruled before a commission sat or in a time to come.
 */
export function withinSitting(moment: string, { openedAt, now }: { readonly openedAt: string; readonly now: string }): string {
  const kept = Math.min(Math.max(toMs(moment), toMs(openedAt)), toMs(now));
  return Temporal.Instant.fromEpochMilliseconds(kept).toString();
}

/** The moment itself, or the next one at which the books have no movement of this member yet. */
export function freeMoment(movements: readonly Movement[], member: string, moment: string): string {
  const taken = new Set(movements.filter(({ member_id }) => member_id === member).map(({ at }) => toMs(at)));
  let free = toMs(moment);
  while (taken.has(free)) free += 1;
  return Temporal.Instant.fromEpochMilliseconds(free).toString();
}

export function toMs(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds;
}
