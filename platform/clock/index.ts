import { casablancaDate, type Instant, type PlainDate, Temporal } from '#platform/dates';

/** Where "now" comes from. Handed in, so that a test or a replay can hold it. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The legal day at an instant: the law counts days in Morocco. */
export const dayOf: (instant: Instant) => PlainDate = casablancaDate;

export function today(clock: Clock): PlainDate {
  return dayOf(clock.now());
}

/** A clock that stands still at an instant, and can be moved. For tests and training. */
export function stoppedClock(at: string): Clock & { moveTo(at: string): void } {
  let instant = Temporal.Instant.from(at);
  return {
    now: () => instant,
    moveTo: (next) => {
      instant = Temporal.Instant.from(next);
    },
  };
}
