import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fileInShort, neededKinds } from '#modules/applications';
import { papersOnFile, takePageFromAgent } from '#modules/documents';
import type { Outcome } from '#platform/actions';
import { type Actor, mayDo } from '#platform/permissions';
import { type Refusal, refuse } from '#platform/refusals';
import type { House } from '../house.ts';
import { keyOf } from './api.ts';
import { actorOf, findSession } from './identity.ts';
import { findWrongAuthor, giveReceipt } from './receipt.ts';
import { sendStoredPage } from './send-page.ts';

/** Beyond what the law lets a page have, so that a page which is too large is refused in words; more than this is not read at all. */
export const LARGEST_BODY = 32 * 1_048_576;

/**
 * Where a counter delivers a page of a paper of a file: the body is the bytes. Delivered again, under the same key or another, it gets the
 * receipt of the page that is there. A file that has not arrived yet is `file-not-found` (404): whoever holds the page keeps it and asks again.
 * Where a page is opened, too, whatever it was sent for.
 */
export function paperRoutes(app: FastifyInstance, house: House): void {
  app.register(async (routes) => {
    takeBytes(routes);
    const schema = {
      summary: 'Deliver a page of a paper of a file: its bytes (image or PDF)',
      description: `Permission: \`documents:add\`. Refuses with: ${refusals.join(', ')}.`,
      tags: ['documents'],
      params: Params,
      response: { 200: Receipt },
    };
    routes.post('/api/papers/:application/:kind', { schema, bodyLimit: LARGEST_BODY }, (request, reply) =>
      receive(house, request, reply),
    );
    const opening = {
      summary: 'A page of a paper that was sent for one thing',
      description: 'Permission: `documents:read`, in the jurisdiction of what it was sent for.',
      tags: ['documents'],
      params: OnFile,
    };
    routes.get('/api/papers/:owner/page/:page', { schema: opening }, (request, reply) => open(house, request, reply));
  });
}

/** Whatever is sent to these routes is bytes, whatever it says it is. */
export function takeBytes(routes: FastifyInstance): void {
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, body, done) => done(null, body));
}

const kinds = [...neededKinds, 'other'] as const;
const Params = z.object({ application: z.uuid(), kind: z.enum(kinds) });

const OnFile = papersOnFile.input.extend({ page: z.uuid() });

/** What whoever delivered a page may rely on: these bytes, by their SHA-256, are kept since that moment. */
const Receipt = z.object({ page: z.uuid(), isNew: z.boolean(), checksum: z.string(), keptAt: z.string(), scan: z.string() });

const content = ['empty', 'not-a-paper', 'heic', 'unreadable', 'too-small', 'protected', 'active', 'too-large'];
const refusals = ['file-not-found', ...content, 'infected', 'too-many-pages', 'too-much'];

async function receive(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    return reply.code(400).send({ refused: 'idempotency-key-needed', place: 'Idempotency-Key' });
  const actor = await actorOf(house, request);
  if (!mayDo(actor, 'documents:add')) return reply.code(actor.id === 'public' ? 401 : 403).send(refuse('not-allowed'));
  const wrongAuthor = findWrongAuthor(request, actor);
  if (wrongAuthor) return reply.code(401).send(wrongAuthor);
  giveReceipt(reply, { key, digest: createHash('sha256').update(bytesOf(request)).digest('hex'), at: house.clock.now() });
  const params = Params.safeParse(request.params);
  if (!params.success) return reply.code(400).send(refuse('wrong-input', { place: String(params.error.issues[0]?.path[0]) }));
  const outcome = await deliver(house, { ...params.data, bytes: bytesOf(request) }, { actor, key: keyOf(actor, key) });
  if (!outcome.ok) return reply.code(statusOf(outcome.refusal)).send(outcome.refusal);
  if (outcome.repeated) reply.header('idempotent-replay', 'true');
  return reply.send(outcome.output);
}

async function open(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const session = await findSession(house, request);
  if (!session) return reply.code(401).send(refuse('signed-out'));
  const asked = OnFile.safeParse(request.params);
  const { owner, page: id } = asked.success ? asked.data : { owner: '', page: '' };
  const found = asked.success ? await house.desk.ask(papersOnFile, { owner }, { actor: session.actor }) : undefined;
  const page = found?.ok ? found.output.pages.find((one) => one.id === id && one.scan === 'clean') : undefined;
  const bytes = page && (await house.papers.files.read(page.checksum));
  if (!page || !bytes) return reply.code(404).send(refuse('paper-not-found', { place: 'page' }));
  return sendStoredPage(reply, { name: page.kind, mediaType: page.mediaType }, bytes);
}

type Delivered = z.output<typeof Params> & { readonly bytes: Buffer };

async function deliver(
  house: House,
  { application, kind, bytes }: Delivered,
  by: { actor: Actor; key: string },
): Promise<Outcome<z.output<typeof Receipt>>> {
  const found = await house.desk.ask(fileInShort, { application }, by);
  if (!found.ok) return found;
  const { file } = found.output;
  if (!file) return { ok: false, refusal: refuse('file-not-found', { place: 'application' }) };
  const { desk, clock, papers } = house;
  const arrived = { owner: `application:${file.id}`, territory: file.territory, kind, bytes };
  return takePageFromAgent({ ...papers, desk, clock }, arrived, by);
}

/** Without a body, or a content type, nothing is parsed. */
function bytesOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function statusOf({ refused }: Refusal): number {
  return refused === 'file-not-found' ? 404 : 422;
}
