import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { revocationsOfCards } from '#modules/cards';
import type { AskedRight, RightField } from '#modules/entitlements';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import type { House } from '../house.ts';
import { type AgreementInForce, openAgreements } from './agreements.ts';

const ref = z.string().min(1).max(64);
const Subject = z.union([
  z.strictObject({ ref, registration: z.string().max(40) }),
  z.strictObject({ ref, receipt: z.string().max(40) }),
  z.strictObject({ ref, card: z.string().max(40), birth_date: z.iso.date() }),
  z.strictObject({ ref, code: z.string().max(2_000) }),
]);
type Subject = z.output<typeof Subject>;
const Question = z.strictObject({ on: z.iso.date().optional(), subjects: z.array(Subject).min(1).max(1_000) });

/** A thousand signed codes and what is around them. */
const LARGEST_QUESTION = 3 * 1024 ** 2;

/**
 * Where hospitals and other programmes ask whether somebody has rights. Each is known by the key of its agreement, asks only by what that allows, is
 * told only what it allows, and is noted with every answer. The manual: docs/how-to/ask-for-rights.md.
 */
export function rightsGateway(app: FastifyInstance, house: House): void {
  const agreements = openAgreements(house);
  app.post('/gateway/v1/rights', { bodyLimit: LARGEST_QUESTION }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const agreement = await agreements.holderOf(request.headers.authorization);
    if (!agreement) return reply.code(401).send({ error: 'unknown-key' });
    const read = Question.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ error: 'not-as-in-the-manual', place: placeOf(read.error) });
    const { subjects, on } = read.data;
    const beyond = subjects.findIndex((subject) => !agreement.mayAskBy.includes(toAsked(subject).by));
    if (beyond !== -1) return reply.code(403).send({ error: 'not-in-the-agreement', place: `subjects.${beyond}` });
    const waiting = agreements.take(agreement, subjects.length);
    if (waiting !== undefined)
      return reply.code(429).header('retry-after', String(waiting)).send({ error: 'too-many', per_minute: agreement.perMinute });
    return reply.send(await answer(house, agreement, { subjects, on }));
  });
}

async function answer(house: House, agreement: AgreementInForce, { subjects, on }: z.output<typeof Question>) {
  const fields: readonly RightField[] = agreement.fields;
  const input = { subjects: subjects.map(toAsked), fields: [...fields], ...(on === undefined ? {} : { on }) };
  const asked = await house.desk.ask(house.rightOf, input, { actor: actorOf(agreement) });
  const told = expectDone(asked, 'gateway.rights');
  const revoked = await readRevoked(
    house,
    told.answers.flatMap(({ card }) => card ?? []),
  );
  return {
    acknowledgement: newId(),
    on: told.on,
    known_at: told.knownAt,
    answers: told.answers.map(({ about: _ours, emergenciesUntil, due, persons, card, ...rest }, place) => ({
      ref: subjects[place]?.ref,
      ...rest,
      ...(emergenciesUntil === undefined ? {} : { emergencies_until: emergenciesUntil }),
      ...(due ? { due: { notice: due.notice, amount_centimes: due.amountCentimes } } : {}),
      ...(persons
        ? {
            persons: persons.map(({ names, birthYear, sex, isAsked }) => ({
              names,
              birth_year: birthYear,
              sex,
              is_asked: isAsked,
            })),
          }
        : {}),
      ...(card !== undefined && revoked.has(card) ? { card_revoked_at: revoked.get(card) } : {}),
    })),
  };
}

/** A card that was lost or stolen proves nothing of who shows it, while the family's right stands. */
async function readRevoked({ desk }: House, serials: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (serials.length === 0) return new Map();
  const asked = await desk.ask(revocationsOfCards, { serials: [...serials] }, { actor: systemActor('gateway') });
  const { cards } = expectDone(asked, revocationsOfCards.name);
  return new Map(cards.map(({ serial, revokedAt }) => [serial, revokedAt]));
}

/** Under the body's own name, and by the very agreement: what it was told is read with what that said. */
function actorOf({ id, partner }: AgreementInForce): Actor {
  return { id: `partner:${partner}`, post: id, permissions: new Set(['entitlements:ask-right'] as const), scopes: ['*'] };
}

function toAsked(subject: Subject): AskedRight {
  if ('registration' in subject) return { by: 'registration', number: subject.registration };
  if ('receipt' in subject) return { by: 'receipt', number: subject.receipt };
  if ('card' in subject) return { by: 'card', cnie: subject.card, birthDate: subject.birth_date };
  return { by: 'code', code: subject.code };
}

/** The first place that is wrong; of a person, which one, since it may be named in four ways. */
function placeOf({ issues: [issue] }: z.ZodError): string {
  return issue?.path.join('.') ?? '';
}
