import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { oneRegistrationList, registrationListFormats } from '#modules/entitlements';
import { type Actor, mayDo } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import type { House } from '../house.ts';
import { actorOf } from '../server/identity.ts';
import { findWrongAuthor } from '../server/receipt.ts';
import { receiveRegistrationFile, writeAcknowledgement, writeFamilies } from './registration-list-files.ts';

const LARGEST_LIST = 2 * 1024 ** 3;

/** Who stands at a door and under which name it sends lists; or why not. */
type Caller = { readonly sender: string; readonly actor: Actor };
type Door = {
  readonly path: string;
  whoIs(request: FastifyRequest): Promise<Caller | undefined>;
  /** How a refusal is written at this door. */
  told(refusal: Refusal): object;
};

/**
 * Where lists of families to register come in and go out, at two doors: the Interior's machines by the key of their agreement, and the agency's
 * registration officers by their session. Each answers lists with one result a record. The manual: docs/how-to/exchange-registration-lists.md.
 */
export function registrationListDoors(app: FastifyInstance, house: House): void {
  const holder = holderOfKey(house);
  openDoor(app, house, {
    path: '/gateway/v1/registration-lists',
    whoIs: async (request) => holder(request),
    told: ({ refused, place, facts }) => ({ error: refused, place, facts }),
  });
  openDoor(app, house, {
    path: '/api/registration-lists',
    whoIs: async (request) => {
      const actor = await actorOf(house, request);
      return mayDo(actor, 'entitlements:read-lists') && !findWrongAuthor(request, actor) ? { sender: 'anam', actor } : undefined;
    },
    told: (refusal) => refusal,
  });
}

const Period = z.object({
  province: z.string().regex(/^\d{2}\.\d{3}$/),
  from: z.iso.date(),
  to: z.iso.date(),
  format: z.enum(registrationListFormats).default('xml'),
});
const Paper = z.object({ format: z.enum(registrationListFormats).default('xml') });
const types = { xml: 'application/xml; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

function openDoor(app: FastifyInstance, house: House, door: Door): void {
  app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { bodyLimit: LARGEST_LIST }, (_request, payload, done) => done(null, payload));
    const options = { schema: { hide: true }, bodyLimit: LARGEST_LIST };
    routes.post(door.path, options, (request, reply) => receive(house, door, { request, reply }));
    routes.get(door.path, options, (request, reply) => hand(house, door, { request, reply }));
    routes.get<{ Params: { list: string } }>(`${door.path}/:list`, options, async (request, reply) => {
      const list = await findList(house, await door.whoIs(request), request.params.list);
      return list ? reply.send(list) : reply.code(404).send(door.told(refuse('unknown-list')));
    });
    routes.get<{ Params: { list: string } }>(`${door.path}/:list/acknowledgement`, options, async (request, reply) => {
      const caller = await door.whoIs(request);
      const asked = Paper.safeParse(request.query);
      const list = await findList(house, caller, request.params.list);
      if (!caller || !list || !asked.success) return reply.code(404).send(door.told(refuse('unknown-list')));
      const text = writeAcknowledgement(house, list.id, { actor: caller.actor, format: asked.data.format });
      return send(reply, text, { format: asked.data.format, name: `acknowledgement-${list.reference}` });
    });
  });
}

type Call = { readonly request: FastifyRequest; readonly reply: FastifyReply };

async function receive(house: House, door: Door, { request, reply }: Call): Promise<FastifyReply> {
  const caller = await door.whoIs(request);
  if (!caller || !mayDo(caller.actor, 'entitlements:send-lists')) return reply.code(401).send(door.told(refuse('not-allowed')));
  // Without a content type Fastify reads no body at all.
  const source = (request.body ?? Readable.from([])) as AsyncIterable<Uint8Array>;
  const received = await receiveRegistrationFile(house, source, caller);
  if (isRefusal(received)) return reply.code(422).send(door.told(received));
  return reply.code(received.known ? 200 : 202).send(received);
}

/** The other way: what a province validated in some days, to be carried to another register. */
async function hand(house: House, door: Door, { request, reply }: Call): Promise<FastifyReply> {
  const caller = await door.whoIs(request);
  if (!caller) return reply.code(401).send(door.told(refuse('not-allowed')));
  const asked = Period.safeParse(request.query);
  if (!asked.success || asked.data.to < asked.data.from) {
    const place = asked.success ? 'to' : (asked.error.issues[0]?.path.join('.') ?? '');
    return reply.code(400).send(door.told(refuse('wrong-input', { place })));
  }
  const { format, ...period } = asked.data;
  const text = writeFamilies(house, period, { actor: caller.actor, format });
  return send(reply, text, { format, name: `registrations-${period.province}-${period.from}-${period.to}` });
}

type Written = { readonly format: keyof typeof types; readonly name: string };

function send(reply: FastifyReply, text: AsyncIterable<string>, { format, name }: Written): FastifyReply {
  reply.header('cache-control', 'no-store').type(types[format]);
  reply.header('content-disposition', `attachment; filename="${name.replace(/[^A-Za-z0-9.-]/g, '-')}.${format}"`);
  return reply.send(Readable.from(text));
}

/** A partner sees its own lists only, whoever may read all of them at the agency. */
async function findList(house: House, caller: Caller | undefined, id: string) {
  if (!caller || !z.uuid().safeParse(id).success) return undefined;
  const asked = await house.desk.ask(oneRegistrationList, { list: id }, { actor: caller.actor });
  const list = asked.ok ? asked.output.list : undefined;
  return list && (caller.sender === 'anam' || list.sender === caller.sender) ? list : undefined;
}

/** Who holds the Interior's agreement key. Production has no key of its own. */
function holderOfKey(house: House): (request: FastifyRequest) => Caller | undefined {
  const development = house.config.mode === 'production' ? undefined : 'development-only-interior';
  const key = process.env.RAMED_PARTNER_INTERIOR_KEY ?? development;
  const permissions = new Set(['entitlements:send-lists', 'entitlements:read-lists'] as const);
  const actor: Actor = { id: 'partner:interior', permissions, scopes: ['*'] };
  const expected = Buffer.from(`Bearer ${key ?? ''}`);
  return (request) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const isHolder = key !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
    return isHolder ? { sender: 'interior', actor } : undefined;
  };
}
