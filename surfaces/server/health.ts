import type { FastifyInstance } from 'fastify';
import { sql } from '#platform/database';
import { describeError } from '#platform/errors';
import type { House } from '../house.ts';

/** `/health/live`: the process turns. `/health/ready`: the database answers and the queue is worked; failing jobs are counted. */
export function healthRoutes(app: FastifyInstance, house: House): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      const { rows } = await sql<{
        waiting: number;
        failing: number;
        oldest_seconds: number | null;
      }>`select * from platform.queue_state()`.execute(house.database.kysely);
      return { ready: true, queue: rows[0] };
    } catch (error) {
      return reply.code(503).send({ ready: false, ...describeError(error) });
    }
  });
}
