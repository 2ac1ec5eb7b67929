import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { openReadingBook, type Reading } from '#platform/audit';
import { type Clock, dayOf } from '#platform/clock';
import type { Database, Tx } from '#platform/database';
import type { Actor } from '#platform/permissions';
import type { Query } from './action.ts';
import { admit, enterScope } from './admission.ts';
import type { Ask, Desk } from './desk.ts';

/** The half of the desk that asks: reads only, and notes who looked before the answer is given. */
export function openQuestions({ database, clock }: { database: Database; clock: Clock }): Pick<Desk, 'ask' | 'askTogether'> {
  const readings = openReadingBook(database);
  return {
    async ask(query, input, { actor }) {
      const admitted = admit(query, input, actor);
      if (!admitted.ok) return admitted;
      const now = clock.now();
      const output = await database.kysely
        .transaction()
        .setAccessMode('read only')
        .execute(async (tx) => {
          await enterScope(tx, query.reach === 'nation' ? ['*'] : actor.scopes);
          return query.run({ tx, actor, now, today: dayOf(now) }, admitted.output);
        });
      const answer = query.output.parse(output);
      await readings.append(readingsOf(query, { answer, input: admitted.output, actor, now }));
      return { ok: true, output: answer, repeated: false };
    },
    async askTogether({ actor }, reading) {
      const seen: Reading[] = [];
      const answer = await database.kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (tx) => {
          await enterScope(tx, actor.scopes);
          return reading(askingWithin(tx, { actor, now: clock.now(), seen }));
        });
      await readings.append(seen);
      return answer;
    },
  };
}

type Asked<Input, Output> = { answer: Output; input: Input; actor: Actor; now: Temporal.Instant };

/** What is to be noted of an answer: who looked, from which post, by which question. People look; the house's own hand does not. */
function readingsOf<I extends z.ZodType, O extends z.ZodType>(
  query: Query<I, O>,
  { answer, input, actor, now }: Asked<z.output<I>, z.output<O>>,
): Reading[] {
  if (!query.noted || actor.id === 'public' || actor.id.startsWith('system:')) return [];
  const who = { at: now, question: query.name, actor: actor.id, post: actor.post, actingFor: actor.actingFor };
  return query.noted(answer, input, actor).map((shown) => ({ ...shown, ...who }));
}

function askingWithin(tx: Tx, { actor, now, seen }: { actor: Actor; now: Temporal.Instant; seen: Reading[] }): Ask {
  return async (query, input) => {
    if (query.reach === 'nation') throw new Error(`question-to-ask-alone: ${query.name}`);
    const admitted = admit(query, input, actor);
    if (!admitted.ok) return admitted;
    const output = await query.run({ tx, actor, now, today: dayOf(now) }, admitted.output);
    const answer = query.output.parse(output);
    seen.push(...readingsOf(query, { answer, input: admitted.output, actor, now }));
    return { ok: true, output: answer, repeated: false };
  };
}
