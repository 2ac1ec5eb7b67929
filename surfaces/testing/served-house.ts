import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../server/app.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

export type ServedHouse = TestHouse & { readonly app: FastifyInstance; readonly origin: string };

/** A test house with its web server on a free port of this machine, for journeys in a browser and for questions over the wire. */
export async function openServedHouse(options: Parameters<typeof openTestHouse>[0] = {}): Promise<ServedHouse> {
  const test = await openTestHouse(options);
  const app = await createApp(test.house);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    ...test,
    app,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      await app.close();
      await test.close();
    },
  };
}
