import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { assets } from '#design/assets.ts';
import { builtOffice } from '../build/build-office.ts';
import { officeFiles } from '../server/office-files.ts';

/** The built office and its examples (`/office/examples.html`) alone, with no house behind: enough to look at every state of every screen. */
export async function serveOffice(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  await builtOffice();
  const app = fastify();
  officeFiles(app);
  for (const { address, contentType, body } of assets)
    app.get(address, async (_request, reply) => reply.type(contentType).send(body));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => app.close() };
}
