import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

// The least that a web server does: the peer of `portal`, in a process of its own as the portal's is.
const app = fastify();
app.get('/', async (_request, reply) =>
  reply.type('text/html; charset=utf-8').send('<!doctype html><title>hello</title><p>hello'),
);
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('disconnect', () => process.exit(0));
process.send?.((app.server.address() as AddressInfo).port);
