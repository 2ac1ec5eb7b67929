import { addDays, toDate } from '#platform/dates';
import type { RightState } from './right.ts';

/** Why a right is stopped for a time. */
export const suspensionReasons = ['papers-doubted', 'double-cover', 'abuse-suspected', 'family-asked'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

/** Why an officer closes a right before its term. */
export const closingReasons = ['family-asked', 'double-cover', 'death', 'false-declaration', 'decision'] as const;
export type ClosingReason = (typeof closingReasons)[number] | 'nobody-left';

export type RightDays = {
  readonly state: RightState;
  readonly from_day: string;
  readonly to_day: string;
  readonly reason: string;
  /** Of a suspended right: what it is again when the suspension ends. */
  readonly beneath?: 'pending_payment' | 'open' | null | undefined;
};

/** What becomes of one period that is known: the periods that stand in its place. */
export type RightChange<R extends RightDays> = { readonly right: R; readonly parts: readonly RightDays[] };

/** Stops a right that runs or waits, from a day to its end: what it was is kept beneath. */
export function suspendFrom<R extends RightDays>(rights: readonly R[], day: string, reason: SuspensionReason): RightChange<R>[] {
  return changeFrom(rights, day, ({ state }) =>
    state === 'open' || state === 'pending_payment' ? { state: 'suspended', reason, beneath: state } : undefined,
  );
}

/** Gives a suspended right back what it was, from a day on. */
export function resumeFrom<R extends RightDays>(rights: readonly R[], day: string): RightChange<R>[] {
  return changeFrom(rights, day, ({ state, beneath }) =>
    state === 'suspended' && beneath ? { state: beneath, reason: 'suspension-ended', beneath: null } : undefined,
  );
}

/** Closes whatever is not closed yet, from a day on. */
export function closeFrom<R extends RightDays>(rights: readonly R[], day: string, reason: ClosingReason): RightChange<R>[] {
  return changeFrom(rights, day, ({ state }) => (state === 'closed' ? undefined : { state: 'closed', reason, beneath: null }));
}

type Becoming = Pick<RightDays, 'state' | 'reason'> & { readonly beneath: 'pending_payment' | 'open' | null };

/** Cuts every period that reaches the day: before it stays what it was, from it on it is what it becomes. */
function changeFrom<R extends RightDays>(
  rights: readonly R[],
  day: string,
  become: (right: R) => Becoming | undefined,
): RightChange<R>[] {
  return rights.flatMap((right) => {
    const becoming = right.to_day < day ? undefined : become(right);
    if (!becoming) return [];
    if (right.from_day >= day) return [{ right, parts: [{ ...right, ...becoming }] }];
    const before = { ...right, to_day: addDays(toDate(day), -1).toString() };
    return [{ right, parts: [before, { ...right, ...becoming, from_day: day }] }];
  });
}
