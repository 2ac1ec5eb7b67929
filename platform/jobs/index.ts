import type { z } from 'zod';
import type { Action, Desk, Outcome } from '#platform/actions';
import type { Json } from '#platform/canonical-json';
import type { Clock } from '#platform/clock';
import { type Instant, Temporal } from '#platform/dates';
import type { Actor } from '#platform/permissions';

export { type QueueFailure, type QueueState, queueFailures, queueState } from './queue.ts';

/**
 * Work done by the worker: a reaction to an event (`on`), or a job that something queues by name. Delivered at least once, so each
 * deed it does carries a key made from the delivery: done twice is done once.
 */
export type Job<Payload = Json> = {
  readonly name: string;
  /** The event it reacts to; its payload is then the event's. */
  readonly on?: string;
  /** Done once every night at this hour and minute (UTC), however many workers there are; one that was down then does not make up for it. */
  readonly nightly?: `${number}:${number}`;
  /** Jobs queued by name under one queue are done one at a time. */
  readonly queue?: string;
  /** Returns a delay when the work must be taken up again, for instance because a partner is silent. */
  handle(context: JobContext, payload: Payload): Promise<undefined | { readonly againAfterMs: number }>;
};

export type JobContext = {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly clock: Clock;
  /** Unique to this delivery and the same at each of its attempts. */
  readonly key: string;
  readonly log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
  /** Queues another job. The same `key` replaces one that still waits. */
  enqueue(name: string, payload: Json, options?: { readonly afterMs?: number; readonly key?: string }): Promise<void>;
};

/** A job whose whole work is one deed. */
export function reactionJob<P, I extends z.ZodType, O extends z.ZodType>(
  name: string,
  on: string,
  action: Action<I, O>,
  toInput: (payload: P) => z.input<I>,
): Job<P> {
  return {
    name,
    on,
    async handle(context, payload) {
      expectDone(await context.desk.do(action, toInput(payload), { actor: context.actor, key: context.key }), name);
      return undefined;
    },
  };
}

/** Work done portion by portion, of which none ended for so long, is waited for in vain: the largest portion takes minutes. */
const STILL_AFTER_MINUTES = 20;

/** Since when work stands still, where that is longer than any portion takes. */
export function stillSince(movedAt: string, now: Instant): { stillSince?: string } {
  const isStill = Temporal.Instant.compare(Temporal.Instant.from(movedAt), now.subtract({ minutes: STILL_AFTER_MINUTES })) < 0;
  return isStill ? { stillSince: movedAt } : {};
}

/** A job has nobody to show a refusal to: one it does not foresee is a fault, visible among the failed jobs and tried again. */
export function expectDone<T>(outcome: Outcome<T>, job: string): T {
  if (outcome.ok) return outcome.output;
  throw new Error(
    `${job}: refused, ${outcome.refusal.refused} ${outcome.refusal.place ?? ''} ${JSON.stringify(outcome.refusal.facts ?? {})}`,
  );
}
