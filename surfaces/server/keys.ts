import type { FastifyInstance } from 'fastify';
import type { House } from '../house.ts';
import { readPublished } from '../keys.ts';

/** What anyone needs to verify a card without asking us: the public keys and the list of revoked cards. */
export function keyRoutes(app: FastifyInstance, house: House): void {
  for (const name of ['public-keys', 'revocations'] as const) {
    app.get(
      `/keys/${name}.json`,
      { schema: { summary: summaries[name], tags: ['cards'], security: [] } },
      async (_request, reply) => {
        const published = readPublished(house.config.dataFolder, name);
        if (published === undefined) return reply.code(404).send({ refused: 'not-published' });
        return reply.header('cache-control', 'public, max-age=300').type('application/json').send(published);
      },
    );
  }
}

const summaries = {
  'public-keys': 'The public keys of cards and receipts (ramed.keys/1)',
  revocations: 'The signed list of revoked cards (ramed.revocations/1)',
} as const;
