import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { readConfig } from '#platform/config';
import { sql } from '#platform/database';
import { systemActor } from '#platform/permissions';
import { openHouse } from '../surfaces/house.ts';
import { readUrls } from '../surfaces/process.ts';
import { createApp } from '../surfaces/server/app.ts';

// The server of the `rights` benchmark, in a process of its own: the whole web server of the house, and beside it the least that the same stack
// can answer, a row by its primary key through the same desk and the same fence, noted by nobody.
const bare = defineQuery({
  name: 'bench.row-by-key',
  summary: 'One registration by its number',
  permission: 'bench:look-up',
  input: z.object({ number: z.string().max(40) }),
  output: z.object({ number: z.string().optional(), category: z.string().optional() }),
  async run({ tx }, { number }) {
    const { rows } = await sql<{ number: string; category: string }>`
      select number, category from entitlements.registration where number = ${number}`.execute(tx);
    return rows[0] ?? {};
  },
});

const house = openHouse(readConfig(process.env), readUrls(process.env), { name: 'bench-server', connections: 12 });
const app = await createApp(house);
app.post('/gateway/v1/bare', async (request, reply) => reply.send(await house.desk.ask(bare, request.body, by)));
const by = { actor: systemActor('bench') };
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('disconnect', () => process.exit(0));
process.send?.((app.server.address() as AddressInfo).port);
