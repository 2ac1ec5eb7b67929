import type { Found } from './look-up.ts';
import type { SnapshotState } from './snapshot-entry.ts';

/** Why nothing is told, and the register is to be asked on line. */
export type CannotTell = 'no-snapshot' | 'too-old' | 'clock' | 'unclear';

/** What whoever stands at a desk without a network is told. `until` and `since`: the last or the first day of the state, as the snapshot knew it. */
export type OfflineAnswer =
  | { readonly state: 'cannot-tell'; readonly because: CannotTell }
  | { readonly state: 'unknown' }
  | { readonly state: Exclude<SnapshotState, 'gone'>; readonly since?: string; readonly until?: string };

/** When the snapshot at hand was issued, what the reader's clock says, and the latest moment it has ever seen. */
export type Moments = { readonly issuedAt: number | undefined; readonly now: number; readonly latestSeen: number };

/** After so long without a new set nothing is told any more: cards are lost and rights end every day. */
const OLDEST_DAYS = 31;
const DAY_MS = 86_400_000;
/** Two clocks that people set are never quite alike. */
const TOLERATED_MS = 3_600_000;

/** A clock that stands before the snapshot was made, or before a moment already lived through, is wrong: it would bring ended rights back. */
function trustInMoments({ issuedAt, now, latestSeen }: Moments): CannotTell | undefined {
  if (issuedAt === undefined) return 'no-snapshot';
  if (now + TOLERATED_MS < Math.max(issuedAt, latestSeen)) return 'clock';
  return now - issuedAt > OLDEST_DAYS * DAY_MS ? 'too-old' : undefined;
}

/** What is told of a number on a day. */
export function offlineAnswer(found: Found, today: string, moments: Moments): OfflineAnswer {
  const because = trustInMoments(moments);
  if (because) return { state: 'cannot-tell', because };
  if (found.kind === 'unclear') return { state: 'cannot-tell', because: 'unclear' };
  if (found.kind === 'nobody') return { state: 'unknown' };
  const { state, day, becomes } = found.outlook;
  if (state === 'gone') return { state: 'unknown' };
  if (day === undefined) return { state };
  if (state === 'closed' || state === 'expired') return { state, since: day };
  if (today <= day) return { state, until: day };
  return becomes === undefined || becomes === 'gone' ? { state: 'unknown' } : { state: becomes, since: dayAfter(day) };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
