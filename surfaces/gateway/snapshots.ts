import { createReadStream, statSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../house.ts';
import { openAgreements } from './agreements.ts';

type SetAddress = { Params: { series: string; number: string } };

/**
 * Where whoever's agreement allows it fetches the snapshot of all rights, to ask it without a network: what sets there are, and the bytes of each, whole or
 * in ranges that survive a cut. The manual: docs/how-to/ask-without-a-network.md.
 */
export function snapshotGateway(app: FastifyInstance, house: House): void {
  const agreements = openAgreements(house);
  const refusalFor = async (request: FastifyRequest) => {
    const agreement = await agreements.holderOf(request.headers.authorization);
    if (!agreement) return { status: 401, error: 'unknown-key' } as const;
    return agreement.mayAskBy.includes('snapshot') ? undefined : ({ status: 403, error: 'not-in-the-agreement' } as const);
  };
  app.get('/gateway/v1/snapshot', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const refused = await refusalFor(request);
    if (refused) return reply.code(refused.status).send({ error: refused.error });
    return reply.send({ sets: house.snapshots.manifests() });
  });
  app.get<SetAddress>('/gateway/v1/snapshot/:series/:number', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const refused = await refusalFor(request);
    if (refused) return reply.code(refused.status).send({ error: refused.error });
    const { series, number } = request.params;
    const file = house.snapshots.fileOf({ series: Number(series), number: Number(number) });
    if (file === undefined) return reply.code(404).send({ error: 'unknown-set' });
    return sendRange(reply, file, request.headers.range);
  });
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
