import { Temporal } from 'temporal-polyfill';

/** Where "now" comes from. Handed in, so that a test or a replay can hold it. */
export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The legal day in Morocco at an instant. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO('Africa/Casablanca').toPlainDate();
}

export function today(clock: Clock): Temporal.PlainDate {
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
