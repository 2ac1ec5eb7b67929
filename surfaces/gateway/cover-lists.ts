import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ListPartner, oneList, refusedLines, schemesOfPartner } from '#modules/coverage';
import type { Actor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import type { House } from '../house.ts';
import { receiveListFile } from './cover-list-files.ts';

const LARGEST_LIST = 8 * 1024 ** 3;
const PAGE = 10_000;

type Sender = { readonly partner: ListPartner; readonly actor: Actor };

/**
 * Where insurers deliver their lists (CSV, XML or a JSON object a line) and fetch what became of them. Each is known by the key of its
 * agreement, and sees its own lists only. The body is the file, streamed to disk and read in the background.
 */
export function coverListGateway(app: FastifyInstance, house: House): void {
  const senderOf = sendersByKey(house);
  app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { bodyLimit: LARGEST_LIST }, (_request, payload, done) => done(null, payload));
    routes.post('/gateway/v1/cover-lists', { bodyLimit: LARGEST_LIST }, async (request, reply) => {
      const sender = senderOf(request);
      if (!sender) return reply.code(401).send({ error: 'unknown-key' });
      // Without a content type Fastify reads no body at all.
      const source = (request.body ?? Readable.from([])) as AsyncIterable<Uint8Array>;
      const received = await receiveListFile(house, source, sender);
      if (isRefusal(received))
        return reply.code(422).send({ error: received.refused, place: received.place, facts: received.facts });
      return reply.code(received.known ? 200 : 202).send(received);
    });
    routes.get<{ Params: { list: string } }>('/gateway/v1/cover-lists/:list', async (request, reply) => {
      const told = await tellOf(house, senderOf(request), request.params.list);
      return told.error !== undefined ? reply.code(told.status).send({ error: told.error }) : reply.send(told.acknowledgement);
    });
    routes.get<{ Params: { list: string } }>('/gateway/v1/cover-lists/:list/refused', async (request, reply) => {
      const sender = senderOf(request);
      const told = await tellOf(house, sender, request.params.list);
      if (told.error !== undefined) return reply.code(told.status).send({ error: told.error });
      reply.type('text/csv; charset=utf-8');
      return reply.send(Readable.from(writeRefused(house, told.actor, request.params.list)));
    });
  });
}

async function tellOf(house: House, sender: Sender | undefined, list: string) {
  if (!sender) return { status: 401, error: 'unknown-key' } as const;
  const outcome = await house.desk.ask(oneList, { list }, { actor: sender.actor });
  if (!outcome.ok || outcome.output.list?.partner !== sender.partner) return { status: 404, error: 'unknown-list' } as const;
  return { actor: sender.actor, acknowledgement: { ...outcome.output.list, refusals: outcome.output.refusals } } as const;
}

/** The rejection file: a line for each refused one, read page by page as fast as it is taken. */
async function* writeRefused(house: House, actor: Actor, list: string): AsyncGenerator<string> {
  yield 'ordinal;line;member;place;rule\r\n';
  for (let after = 0; ; ) {
    const outcome = await house.desk.ask(refusedLines, { list, after, limit: PAGE }, { actor });
    if (!outcome.ok) throw new Error(`refused lines: ${outcome.refusal.refused}`);
    const { lines } = outcome.output;
    yield lines.map((line) => `${line.ordinal};${line.line};${line.member ?? ''};${line.place};${line.rule}\r\n`).join('');
    const last = lines.at(-1);
    if (last === undefined || lines.length < PAGE) return;
    after = last.ordinal;
  }
}

/** Who holds which agreement key. Production has no keys of its own. */
function sendersByKey(house: House): (request: FastifyRequest) => Sender | undefined {
  const senders = (Object.keys(schemesOfPartner) as ListPartner[]).flatMap((partner) => {
    const development = house.config.mode === 'production' ? undefined : `development-only-${partner}`;
    const key = process.env[`RAMED_PARTNER_${partner.toUpperCase()}_KEY`] ?? development;
    const permissions = new Set(['coverage:send-lists', 'coverage:read-lists'] as const);
    const actor: Actor = { id: `partner:${partner}`, permissions, scopes: ['*'] };
    return key === undefined ? [] : [{ partner, actor, expected: Buffer.from(`Bearer ${key}`) }];
  });
  return (request) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    return senders.find(({ expected }) => given.length === expected.length && timingSafeEqual(given, expected));
  };
}
