import type { Temporal } from 'temporal-polyfill';

/** Wrong passwords in a row before an account rests, and for how long: slows a guesser, spares a tired agent. */
const ALLOWED_FAILURES = 5;
export const REST_MINUTES = 15;

export type Standing = { readonly failedAttempts: number; readonly lockedUntil: Temporal.Instant | undefined };

export function isLocked(standing: Standing, now: Temporal.Instant): boolean {
  return standing.lockedUntil !== undefined && standing.lockedUntil.epochMilliseconds > now.epochMilliseconds;
}

export function afterFailure(standing: Standing, now: Temporal.Instant): Standing {
  const failedAttempts = standing.failedAttempts + 1;
  if (failedAttempts < ALLOWED_FAILURES) return { failedAttempts, lockedUntil: undefined };
  return { failedAttempts: 0, lockedUntil: now.add({ minutes: REST_MINUTES }) };
}
