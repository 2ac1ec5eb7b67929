import {
  batchSheet,
  checkCards,
  checkProof,
  custodyBoard,
  declareParcelLost,
  handOverParcel,
  makeBatch,
  makeParcel,
  receiveFromMaker,
  receiveParcel,
  sendToMaker,
} from '#modules/cards';
import type { Config } from '#platform/config';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { giveCards } from './give-cards.ts';
import { act, actorFor } from './hold-sittings.ts';

/** Cards gather until a box of the cast's is worth sending; it holds so many. The card of one family waits, ordered, for others. */
const WORTH_SENDING = 20;
const BOX = 40;
const GATHER_MS = 3_000;

/**
 * How far the cast takes each of its first batches, by their numbers, so that a newcomer finds cards at every stage and what may go wrong with them;
 * those after them go to the province.
 */
const stories = [
  'to-families',
  'short-parcel',
  'silent-maker',
  'lost-parcel',
  'short-delivery',
  'under-way',
  'proofed',
  'made-up',
] as const;
type Story = (typeof stories)[number] | 'to-province';

function storyOf(batch: string): Story {
  return stories[Number(batch.slice(1, -1)) - 1] ?? 'to-province';
}

/** Calls the cast's card officer soon after cards are ordered; one call at a time is enough. */
export const signalCards: Job<unknown> = {
  name: 'rehearsal.signal-cards',
  on: 'cards.issued',
  async handle(context) {
    await context.enqueue('rehearsal.send-cards', null, { afterMs: GATHER_MS, key: 'rehearsal.send-cards' });
    return undefined;
  },
};

/** Puts ordered cards into batches, accepts their proofs and sends them to the maker. An interrupted call goes on from what is stored. */
export function sendCards(config: Config): Job<null> {
  return {
    name: 'rehearsal.send-cards',
    queue: 'rehearsal',
    async handle(context) {
      const anam = await actorFor(context, 'card-officer', '');
      const { ordered, batches } = expectDone(await context.desk.ask(custodyBoard, {}, { actor: anam }), 'custody-board');
      for (const { number, state } of batches) await send(context, { anam, batch: number, state, config });
      const enough = ordered.filter(({ cards }) => cards >= WORTH_SENDING);
      for (const { province: territory } of enough) {
        const { batch } = await act(context, anam, makeBatch, { territory, most: BOX });
        await send(context, { anam, batch, state: 'made_up', config });
      }
      return enough.length > 0 ? { againAfterMs: 0 } : undefined;
    },
  };
}

type Sending = { readonly anam: Actor; readonly batch: string; readonly state: string; readonly config: Config };

async function send(context: JobContext, { anam, batch, state, config }: Sending): Promise<void> {
  const story = storyOf(batch);
  if (story === 'made-up' || !['made_up', 'proofed'].includes(state)) return;
  if (state === 'made_up') await act(context, anam, checkProof, { batch, rejected: [] });
  if (story === 'proofed') return;
  if (story === 'silent-maker') await tellMaker(config, { batch, tale: 'late' });
  await act(context, anam, sendToMaker, { batch });
}

/** The stand-in is told to say nothing of a batch; one that does not hear makes it like the others. */
async function tellMaker(config: Config, told: { batch: string; tale: string }): Promise<void> {
  const address = process.env.RAMED_PARTNER_MAKER_URL ?? `http://127.0.0.1:${config.partnersPortBase + 8}`;
  const key = process.env.RAMED_PARTNER_MAKER_KEY ?? 'development-only-maker';
  await fetch(`${address}/v1/tales`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify(told),
    signal: AbortSignal.timeout(5_000),
  }).then(
    (response) => response.body?.cancel(),
    () => undefined,
  );
}

/** Takes the cards that the maker made along: counted, checked, packed, carried and received, as far as the story of their batch goes. */
export const carryCards: Job<{ batch: string }> = {
  name: 'rehearsal.carry-cards',
  on: 'cards.batch-made',
  async handle(context, { batch }) {
    const { batch: found, cards } = expectDone(await context.desk.ask(batchSheet, { batch }, context), 'batch-sheet');
    const story = storyOf(batch);
    const made = cards.filter(({ state }) => state === 'made').map(({ serial }) => serial);
    // Whatever people have taken up is theirs.
    if (found?.state !== 'made' || found.cards < WORTH_SENDING || found.cards > BOX) return undefined;
    const anam = await actorFor(context, 'card-officer', '');
    const missing = story === 'short-delivery' ? 1 : 0;
    await act(context, anam, receiveFromMaker, { batch, counted: made.length - missing });
    const scanned = made.slice(missing);
    await act(context, anam, checkCards, { batch, scanned, isEmpty: true });
    if (story === 'short-delivery') return undefined;
    const codes = new Map(cards.map(({ serial, code }) => [serial, code]));
    await carry(context, { story, scanned, codes, territory: found.territory, anam });
    return undefined;
  },
};

type Carrying = {
  readonly story: Story;
  readonly scanned: readonly string[];
  readonly codes: ReadonlyMap<string, string>;
  readonly territory: string;
  readonly anam: Actor;
};

async function carry(context: JobContext, { story, scanned, codes, territory, anam }: Carrying): Promise<void> {
  const { parcel } = await act(context, anam, makeParcel, { territory, scanned: [...scanned] });
  await act(context, anam, handOverParcel, { parcel, carrier: 'Barid Al-Maghrib', seal: `S${parcel.slice(1)}` });
  if (story === 'under-way') return;
  if (story === 'lost-parcel') {
    await act(context, anam, declareParcelLost, { parcel, reason: 'Camion volé : le colis n’est pas arrivé.' });
    return;
  }
  const province = await actorFor(context, 'provincial-officer', territory);
  const arrived = scanned.slice(story === 'short-parcel' ? 1 : 0);
  await act(context, province, receiveParcel, { parcel, scanned: [...arrived], isEmpty: true });
  if (story === 'to-families') await giveCards(context, { serials: arrived, codes, province });
}
