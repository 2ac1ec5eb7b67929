import type { FastifyInstance } from 'fastify';
import { describeError } from '#platform/errors';
import { queueState } from '#platform/jobs';
import type { House } from '../house.ts';

/** `/health/live`: the process turns. `/health/ready`: the database answers and the queue is worked; failing jobs are counted. */
export function healthRoutes(app: FastifyInstance, house: House): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      return { ready: true, queue: await queueState(house.database) };
    } catch (error) {
      return reply.code(503).send({ ready: false, ...describeError(error) });
    }
  });
}
