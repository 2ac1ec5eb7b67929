import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { mayDo } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import type { House } from '../house.ts';
import { actorOf } from '../server/identity.ts';
import { receiveBatchFile } from './batch-files.ts';

const LARGEST_BATCH = 4 * 1024 ** 3;

/** Where a sender delivers a file of requests: the body is the file, streamed to disk and read in the background. */
export function batchRoutes(app: FastifyInstance, house: House): void {
  app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { bodyLimit: LARGEST_BATCH }, (_request, payload, done) => done(null, payload));
    const schema = { summary: 'Deliver a file of requests (XML, NDJSON or CSV)', tags: ['applications'] };
    routes.post('/api/batches', { schema, bodyLimit: LARGEST_BATCH }, async (request, reply) => {
      const actor = await actorOf(house, request);
      if (!mayDo(actor, 'applications:receive-batch'))
        return reply.code(actor.id === 'public' ? 401 : 403).send({ refused: 'not-allowed' });
      // Without a content type Fastify reads no body at all.
      const source = (request.body ?? Readable.from([])) as AsyncIterable<Uint8Array>;
      const received = await receiveBatchFile(house, source, { actor, rehearsal: false });
      if (isRefusal(received)) return reply.code(422).send(received);
      return reply.code(received.known ? 200 : 202).send(received);
    });
  });
}
