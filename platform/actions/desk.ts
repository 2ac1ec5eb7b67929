import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { appendToJournal, type JournalLine } from '#platform/audit';
import { digestOf, type Json } from '#platform/canonical-json';
import { type Clock, dayOf } from '#platform/clock';
import { type Database, sql, type Tx, throughOtherHands } from '#platform/database';
import { type DomainEvent, type Subscribers, storeEvents } from '#platform/events';
import type { Actor } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import type { Action, DeedContext, Query } from './action.ts';
import { admit, enterScope } from './admission.ts';
import { openQuestions } from './questions.ts';

export type Outcome<T> =
  | { readonly ok: true; readonly output: T; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/** Where deeds are done and questions asked: the only door from a surface to a module. */
export type Desk = {
  /**
   * Does a deed once. The same key again gives the first result and changes nothing. Everything the deed writes, its journal lines
   * and its events are committed together or not at all. Two hands that wait for each other are done one after the other. Refusals come back as values; what throws is a bug or an outage.
   */
  do<I extends z.ZodType, O extends z.ZodType, F>(
    action: Action<I, O, string, F>,
    input: unknown,
    by: { actor: Actor; key: string },
  ): Promise<Outcome<z.output<O>>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: unknown,
    by: { actor: Actor },
  ): Promise<Outcome<z.output<O>>>;
  /**
   * Several questions of one asker, one after the other in one transaction: every answer is of the same moment, and the way to the database is
   * opened once, not once a question. Not for questions that reach the nation: what they may see must not be open to the others.
   */
  askTogether<T>(by: { actor: Actor }, reading: (ask: Ask) => Promise<T>): Promise<T>;
};

export type Ask = <I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>, input: unknown) => Promise<Outcome<z.output<O>>>;

export function openDesk(parts: { database: Database; clock: Clock; subscribersOf: Subscribers }): Desk {
  const { database, clock, subscribersOf } = parts;
  return {
    async do(action, input, { actor, key }) {
      const admitted = admit(action, input, actor);
      if (!admitted.ok) return admitted;
      const found = await action.fetch?.({ actor, now: clock.now() }, admitted.output);
      if (isRefusal(found)) return { ok: false, refusal: found };
      const deed = { action, input: admitted.output, found: found as Parameters<typeof action.run>[2] };
      try {
        return await throughOtherHands(() =>
          database.kysely.transaction().execute((tx) => doOnce(tx, deed, { actor, key, clock, subscribersOf })),
        );
      } catch (error) {
        if (error instanceof Refused) return { ok: false, refusal: error.refusal };
        throw error;
      }
    },
    ...openQuestions({ database, clock }),
  };
}

type Deed<I extends z.ZodType, O extends z.ZodType, F> = {
  readonly action: Action<I, O, string, F>;
  readonly input: z.output<I>;
  readonly found: F;
};

type By = { readonly actor: Actor; readonly key: string; readonly clock: Clock; readonly subscribersOf: Subscribers };

async function doOnce<I extends z.ZodType, O extends z.ZodType, F>(tx: Tx, deed: Deed<I, O, F>, by: By) {
  const { action, input } = deed;
  const { actor, key, clock } = by;
  await enterScope(tx, actor.scopes);
  const earlier = await claimKey(tx, {
    ...{ key, action: action.name, actor: actor.id, now: clock.now() },
    input: action.identity ? action.identity(input) : (input as Json),
  });
  return earlier ? (earlier as Outcome<z.output<O>>) : carryOut(tx, deed, { ...by, now: clock.now() });
}

/** Carries a refusal out of the transaction, which must roll back. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

type Claim = { key: string; action: string; actor: string; input: Json; now: Temporal.Instant };

/** Takes the key, waiting for whoever holds it now; when it was used before, gives the earlier result instead. */
async function claimKey(tx: Tx, claim: Claim): Promise<Outcome<unknown> | undefined> {
  const inputDigest = digestOf(claim.input);
  const taken = await sql`
    insert into platform.deed (key, action, actor, input_digest, done_at)
    values (${claim.key}, ${claim.action}, ${claim.actor}, ${inputDigest}, ${claim.now.toString()})
    on conflict (key) do nothing returning key`.execute(tx);
  if (taken.rows.length === 1) return undefined;
  const { rows } = await sql<{ action: string; actor: string; input_digest: string; output: unknown }>`
    select action, actor, input_digest, output from platform.deed where key = ${claim.key}`.execute(tx);
  const earlier = rows[0];
  const same = earlier?.action === claim.action && earlier.actor === claim.actor && earlier.input_digest === inputDigest;
  return same ? { ok: true, output: earlier.output, repeated: true } : { ok: false, refusal: refuse('key-reused') };
}

type Doing = { actor: Actor; key: string; now: Temporal.Instant; subscribersOf: Subscribers };

async function carryOut<I extends z.ZodType, O extends z.ZodType, F>(
  tx: Tx,
  { action, input, found }: Deed<I, O, F>,
  doing: Doing,
): Promise<Outcome<z.output<O>>> {
  const lines: JournalLine[] = [];
  const events: DomainEvent[] = [];
  const context: DeedContext = {
    tx,
    actor: doing.actor,
    now: doing.now,
    today: dayOf(doing.now),
    deed: doing.key,
    journal: (...added) => void lines.push(...added),
    emit: (name, payload) => void events.push({ name, payload }),
  };
  const result = await action.run(context, input, found);
  if (isRefusal(result)) throw new Refused(result);
  const output = action.output.parse(result);
  await sql`update platform.deed set output = ${JSON.stringify(output)}::json where key = ${doing.key}`.execute(tx);
  await storeEvents(tx, doing.key, events, doing.subscribersOf);
  await appendToJournal(
    tx,
    toJournalDeed(action.name, doing),
    lines.length > 0 ? lines : [{ subject: `deed:${doing.key}`, territory: '' }],
  );
  return { ok: true, output, repeated: false };
}

function toJournalDeed(action: string, doing: Doing) {
  const { actor, key, now } = doing;
  const { post, actingFor } = actor;
  return {
    deed: key,
    action,
    actor: actor.id,
    at: now,
    ...(post === undefined ? {} : { post }),
    ...(actingFor ? { actingFor } : {}),
  };
}
