import { createReadStream, statSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import { Manifest, noteSnapshotFetch } from '#modules/cards';
import { today } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import type { House } from '../house.ts';
import { type AgreementInForce, openAgreements } from './agreements.ts';

type SetAddress = { Params: { series: string; number: string } };

/**
 * Where whoever's agreement allows it fetches the snapshot of all rights, to ask it without a network: what sets there are, and the bytes of each, whole or
 * in ranges that survive a cut. The manual: docs/how-to/ask-without-a-network.md.
 */
export function snapshotGateway(app: FastifyInstance, house: House): void {
  const agreements = openAgreements(house);
  const note = openNoting(house);
  const holderOf = async (request: FastifyRequest) => {
    const agreement = await agreements.holderOf(request.headers.authorization);
    if (!agreement) return { status: 401, error: 'unknown-key' } as const;
    return agreement.mayAskBy.includes('snapshot') ? agreement : ({ status: 403, error: 'not-in-the-agreement' } as const);
  };
  app.get('/gateway/v1/snapshot', { schema: setsSchema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const holder = await holderOf(request);
    if ('error' in holder) return reply.code(holder.status).send({ error: holder.error });
    return reply.send({ sets: house.snapshots.manifests() });
  });
  app.get<SetAddress>('/gateway/v1/snapshot/:series/:number', { schema: bytesSchema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const holder = await holderOf(request);
    if ('error' in holder) return reply.code(holder.status).send({ error: holder.error });
    const set = { series: Number(request.params.series), number: Number(request.params.number) };
    const file = house.snapshots.fileOf(set);
    if (file === undefined) return reply.code(404).send({ error: 'unknown-set' });
    await note(holder, set);
    return sendRange(reply, file, request.headers.range);
  });
}

const refused = z.object({ error: z.string() });
const security = [{ agreement: [] }];
const setsSchema: FastifySchema = {
  summary: 'Which sets the snapshot of all rights has: the whole first, then the changes of each night',
  description:
    'With the key of an agreement that allows `snapshot`. 401 `unknown-key`, 403 `not-in-the-agreement`. Manual: docs/how-to/ask-without-a-network.md.',
  tags: ['gateway'],
  security,
  response: { 200: z.object({ sets: z.array(Manifest) }), 401: refused, 403: refused },
};
const bytesSchema: FastifySchema = {
  summary: 'The bytes of one set of the snapshot (application/octet-stream), whole, or the one range that is asked for',
  description:
    'With the key of an agreement that allows `snapshot`; that it was fetched is journaled once a day. `Range: bytes=from-to` gives 206. 404 `unknown-set`: the series is over.',
  tags: ['gateway'],
  security,
  params: z.object({ series: z.string(), number: z.string() }),
  response: { 401: refused, 403: refused, 404: refused },
};

const MOST_REMEMBERED = 10_000;

type SetNumber = { readonly series: number; readonly number: number };

/** Journals a fetch under the body's own name before its first byte leaves: once a day for each set, however many pieces it is taken in. */
function openNoting({ desk, clock, snapshots }: House): (by: AgreementInForce, set: SetNumber) => Promise<void> {
  /** Those of today that this process knows to be written: the hundred pieces of a set ask the journal once. */
  const written = new Set<string>();
  return async ({ id, partner }, { series, number }) => {
    const key = `snapshot:${id}:${series}-${number}:${today(clock).toString()}`;
    if (written.has(key)) return;
    const actor: Actor = { id: `partner:${partner}`, post: id, permissions: new Set(['system:cards'] as const), scopes: ['*'] };
    const manifest = snapshots.manifests().find((one) => one.series === series && one.number === number);
    const input = { series, number, digest: manifest?.seal.slice(0, 100) ?? '' };
    expectDone(await desk.do(noteSnapshotFetch, input, { actor, key }), noteSnapshotFetch.name);
    if (written.size >= MOST_REMEMBERED) written.clear();
    written.add(key);
  };
}

/** The whole, or the one range that was asked for; more than one at once are answered with the whole, as the standard allows. */
function sendRange(reply: FastifyReply, file: string, asked: string | undefined): FastifyReply {
  const { size } = statSync(file);
  reply.type('application/octet-stream').header('accept-ranges', 'bytes');
  const [, first, last = ''] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? '') ?? [];
  if (first === undefined) return reply.header('content-length', size).send(createReadStream(file));
  const from = Number(first);
  const to = Math.min(size - 1, last === '' ? size - 1 : Number(last));
  if (from > to) return reply.code(416).header('content-range', `bytes */${size}`).send();
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${size}`)
    .header('content-length', to - from + 1)
    .send(createReadStream(file, { start: from, end: to }));
}
