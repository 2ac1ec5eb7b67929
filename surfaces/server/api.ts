import type { FastifyInstance, FastifyReply, FastifySchema } from 'fastify';
import type { Outcome } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import type { Actor } from '#platform/permissions';
import type { Refusal } from '#platform/refusals';
import type { House } from '../house.ts';
import { actorOf } from './identity.ts';
import { findWrongAuthor, giveReceipt } from './receipt.ts';

/** One route for each deed and each question, derived from the lists of the house: nobody writes one by hand. */
export function apiRoutes(app: FastifyInstance, house: House): void {
  for (const action of house.actions.filter(isPublished)) {
    app.post(`/api/actions/${action.name}`, { schema: schemaOf(action) }, async (request, reply) => {
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
        return reply.code(400).send({ refused: 'idempotency-key-needed', place: 'Idempotency-Key' });
      const actor = await actorOf(house, request);
      const wrongAuthor = findWrongAuthor(request, actor);
      if (wrongAuthor) return reply.code(401).send(wrongAuthor);
      giveReceipt(reply, { key, digest: digestOf((request.body ?? null) as Json), at: house.clock.now() });
      return answer(reply, await house.desk.do(action, request.body, { actor, key: keyOf(actor, key) }), actor.id);
    });
  }
  for (const query of house.queries.filter(isPublished)) {
    const guarded = query.reach === 'nation' ? { config: { rateLimit: GUESSES } } : {};
    app.post(`/api/queries/${query.name}`, { ...guarded, schema: schemaOf(query) }, async (request, reply) => {
      const actor = await actorOf(house, request);
      const wrongAuthor = findWrongAuthor(request, actor);
      if (wrongAuthor) return reply.code(401).send(wrongAuthor);
      return answer(reply, await house.desk.ask(query, request.body ?? {}, { actor }), actor.id);
    });
  }
}

/** A key is its actor's own: nobody meets, or guesses, the deed of another with it. */
export function keyOf(actor: Actor, key: string): string {
  return `${actor.id}:${key}`;
}

/** What anyone may ask about anyone by knowing something is asked slowly, so that it cannot be guessed. */
const GUESSES = { max: 20, timeWindow: '1 minute' };

type Published = {
  readonly name: string;
  readonly permission: string;
  readonly internal?: boolean;
  readonly refusals?: readonly string[];
};

export function isPublished(thing: Published): boolean {
  return thing.internal !== true && !thing.permission.startsWith('system:');
}

function schemaOf(thing: Published & { summary: string; input: unknown; output: unknown }): FastifySchema {
  return {
    summary: thing.summary,
    description: describe(thing),
    tags: [moduleOf(thing.name)],
    body: thing.input,
    response: { 200: thing.output },
  };
}

function describe(thing: Published): string {
  const refusals = thing.refusals?.length ? ` Refuses with: ${thing.refusals.join(', ')}.` : '';
  return `Permission: \`${thing.permission}\`.${refusals}`;
}

function moduleOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

function answer<T>(reply: FastifyReply, outcome: Outcome<T>, actor: string) {
  reply.header('cache-control', 'no-store');
  if (!outcome.ok) return reply.code(statusOf(outcome.refusal, actor)).send(outcome.refusal);
  if (outcome.repeated) reply.header('idempotent-replay', 'true');
  return reply.send(outcome.output);
}

function statusOf(refusal: Refusal, actor: string): number {
  if (refusal.refused === 'not-allowed') return actor === 'public' ? 401 : 403;
  return refusal.refused === 'wrong-input' ? 400 : 422;
}
