import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { noteSignedPaper, signedPaper } from '#modules/commissions';
import { storePage } from '#modules/documents';
import { mayDo } from '#platform/permissions';
import { isRefusal, refuse } from '#platform/refusals';
import type { House } from '../house.ts';
import { keyOf } from './api.ts';
import { actorOf, findSession } from './identity.ts';
import { LARGEST_BODY, takeBytes } from './papers.ts';
import { findWrongAuthor } from './receipt.ts';
import { sendStoredPage } from './send-page.ts';

/**
 * Minutes that members signed by hand: `POST /api/signed-minutes/<sitting>?digest=…&member=…&member=…` with the bytes of the scan keeps it and
 * notes who signed on it; `GET /api/signed-minutes/<sitting>/<page>` opens it for whoever may read the sitting.
 */
export function signedMinutesRoutes(app: FastifyInstance, house: House): void {
  app.register(async (routes) => {
    takeBytes(routes);
    const keeping = {
      summary: 'Keep the scan of minutes that were signed on paper: its bytes (image or PDF)',
      description: `Permission: \`commissions:hold\`. Refuses with: ${[...noteSignedPaper.refusals, ...content].join(', ')}.`,
      tags: ['commissions'],
      params: Sitting,
      querystring: Signed,
      response: { 200: noteSignedPaper.output },
    };
    routes.post('/api/signed-minutes/:sitting', { schema: keeping, bodyLimit: LARGEST_BODY }, (request, reply) =>
      keep(house, request, reply),
    );
    const opening = {
      summary: 'The scan of minutes that were signed on paper',
      description: 'Permission: `commissions:read`.',
      tags: ['commissions'],
      params: Paper,
    };
    routes.get('/api/signed-minutes/:sitting/:page', { schema: opening }, (request, reply) => open(house, request, reply));
  });
}

const Sitting = z.object({ sitting: z.uuid() });
const Paper = Sitting.extend({ page: z.uuid() });
const Signed = z.object({
  digest: noteSignedPaper.input.shape.digest,
  member: z.union([z.uuid(), z.array(z.uuid()).min(1).max(40)]),
});

/** What is refused of the bytes themselves, before any deed. */
const content = ['empty', 'not-a-paper', 'heic', 'unreadable', 'too-small', 'protected', 'active', 'too-large'];

async function keep(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    return reply.code(400).send({ refused: 'idempotency-key-needed', place: 'Idempotency-Key' });
  const actor = await actorOf(house, request);
  if (!mayDo(actor, noteSignedPaper.permission)) return reply.code(actor.id === 'public' ? 401 : 403).send(refuse('not-allowed'));
  const wrongAuthor = findWrongAuthor(request, actor);
  if (wrongAuthor) return reply.code(401).send(wrongAuthor);
  const asked = Sitting.extend(Signed.shape).safeParse({ ...(request.params as object), ...(request.query as object) });
  if (!asked.success) return reply.code(400).send(refuse('wrong-input', { place: String(asked.error.issues[0]?.path[0]) }));
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const page = await storePage({ ...house.papers, clock: house.clock }, { bytes });
  if (isRefusal(page)) return reply.code(422).send({ ...page, place: 'page' });
  const { sitting, digest, member } = asked.data;
  const signed = { sitting, digest, members: [member].flat(), page };
  const outcome = await house.desk.do(noteSignedPaper, signed, { actor, key: keyOf(actor, key) });
  if (!outcome.ok) return reply.code(422).send(outcome.refusal);
  return reply.send(outcome.output);
}

async function open(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const session = await findSession(house, request);
  if (!session) return reply.code(401).send(refuse('signed-out'));
  const asked = Paper.safeParse(request.params);
  const found = asked.success ? await house.desk.ask(signedPaper, asked.data, { actor: session.actor }) : undefined;
  const paper = found?.ok ? found.output.paper : undefined;
  const bytes = paper && (await house.papers.files.read(paper.checksum));
  if (!paper || !bytes) return reply.code(404).send(refuse('paper-not-found', { place: 'page' }));
  return sendStoredPage(reply, { name: 'signed-minutes', mediaType: paper.mediaType }, bytes);
}
