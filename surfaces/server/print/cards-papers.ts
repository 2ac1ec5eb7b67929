import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type CardsListDocument, cardsListPdf } from '#design/documents/index.ts';
import { batchSheet, oneDestruction, parcelAsPacked } from '#modules/cards';
import { casablancaDate, Temporal, toDate } from '#platform/dates';
import type { Actor } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import type { House } from '../../house.ts';
import { bilingualPlace, documentName } from '../../portal/views/names.ts';
import { findSession } from '../identity.ts';

type Kind = CardsListDocument['kind'];
type Wished = { readonly number: string; readonly actor: Actor };

/**
 * The papers of cards that go together, as PDF, for agents: `GET /api/print/cards/<paper>/<number>`, of a batch, a parcel or a destruction, a thousand
 * cards a part (`?part=2`). Nothing
 * where there is none of that number, or the asker may not see it. The same bytes each time, as long as the lot and its families are the same.
 */
export function cardsPapers(app: FastifyInstance, house: House): void {
  for (const [kind, { permission, gather }] of Object.entries(papers)) {
    const schema = {
      summary: `The ${kind} of cards as a PDF`,
      description: `Permission: \`${permission}\`.`,
      tags: ['cards'],
      params: Params,
      querystring: Wish,
    };
    app.get(`/api/print/cards/${kind}/:number`, { schema }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const session = await findSession(house, request);
      if (!session) return reply.code(401).send(refuse('signed-out'));
      const { number } = Params.parse(request.params);
      const { part } = Wish.parse(request.query);
      const document = partOf(await gather(house, { number, actor: session.actor }), part);
      if (!document) return reply.code(404).send(refuse('nothing-to-print', { place: 'number' }));
      const pdf = await cardsListPdf({ ...document, kind: kind as Kind });
      reply.header('content-disposition', `inline; filename="${kind}-${number}.pdf"`).type('application/pdf');
      return reply.send(Buffer.from(pdf));
    });
  }
}

const Params = z.object({ number: z.string().max(20) });
/** Setting a page keeps the server from all else: a thousand cards are a second of it. */
const Wish = z.object({ part: z.coerce.number().int().min(1).default(1) });
const CARDS_A_PART = 1_000;

function partOf(document: Gathered, part: number): Gathered {
  const first = (part - 1) * CARDS_A_PART;
  const cards = document?.cards.slice(first, first + CARDS_A_PART) ?? [];
  return document && (cards.length > 0 || part === 1) ? { ...document, cards, first, all: document.cards.length } : undefined;
}

type Gathered = Omit<CardsListDocument, 'kind'> | undefined;
type Paper = { readonly permission: string; readonly gather: (house: House, wished: Wished) => Promise<Gathered> };

const papers: Readonly<Record<Kind, Paper>> = {
  'proof-sheet': { permission: 'cards:produce', gather: proofOf },
  'parcel-slip': { permission: 'cards:locate', gather: parcelOf },
  'hand-over-list': { permission: 'cards:locate', gather: parcelOf },
  destruction: { permission: 'cards:destroy', gather: destructionOf },
};

async function proofOf({ desk }: House, { number, actor }: Wished): Promise<Gathered> {
  const cards: CardsListDocument['cards'][number][] = [];
  for (let after = ''; ; ) {
    const asked = await desk.ask(batchSheet, { batch: number, after }, { actor });
    if (!asked.ok || !asked.output.batch) return undefined;
    const { batch, cards: page } = asked.output;
    const last = page.at(-1);
    if (last === undefined) {
      const { territory, madeUpAt } = batch;
      return { number, place: bilingualPlace(territory), on: dayOf(madeUpAt), cards, witnesses: [] };
    }
    for (const { serial, registration, members, validFrom, validTo } of page)
      cards.push({
        ...{ serial, registration, persons: members.length, validity: [toDate(validFrom), toDate(validTo)] },
        holder: holderOf(members[0]),
      });
    after = last.serial;
  }
}

async function parcelOf({ desk }: House, { number, actor }: Wished): Promise<Gathered> {
  const asked = await desk.ask(parcelAsPacked, { parcel: number }, { actor });
  const parcel = asked.ok ? asked.output.parcel : undefined;
  if (!parcel) return undefined;
  const cards = parcel.cards.map(({ serial, registration, head }) => ({ serial, registration, holder: holderOf(head) }));
  return { number, place: bilingualPlace(parcel.territory), on: dayOf(parcel.madeAt), cards, witnesses: [] };
}

async function destructionOf({ desk }: House, { number, actor }: Wished): Promise<Gathered> {
  const asked = await desk.ask(oneDestruction, { destruction: number }, { actor });
  const found = asked.ok ? asked.output.destruction : undefined;
  if (!found) return undefined;
  const cards = found.cards.map(({ serial, registration, office, since }) => ({
    ...{ serial, registration, holder: holderOf(undefined), office: placeOrAnam(office), since: dayOf(since) },
  }));
  const { territory, at, witnesses } = found;
  return { number, place: placeOrAnam(territory), on: dayOf(at), cards, witnesses };
}

/** What no province and no office holds is at ANAM, whose name stands as it is. */
function placeOrAnam(code: string) {
  return code === '' ? { latin: 'ANAM', arabic: 'ANAM' } : bilingualPlace(code);
}

function holderOf(member: { readonly names: Parameters<typeof documentName>[0] } | undefined) {
  return member ? documentName(member.names) : { latin: '', arabic: '' };
}

function dayOf(instant: string) {
  return casablancaDate(Temporal.Instant.from(instant));
}
