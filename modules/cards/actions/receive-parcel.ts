import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { countScanned, type Difference, isDead } from '../model/custody.ts';
import { lockCards } from '../store/cards.ts';
import { findParcelForUpdate, lockCardsOfParcel, setParcel } from '../store/custody.ts';
import type { CardRow, ParcelRow } from '../store/tables.ts';
import { Differences, Scanned } from './check-cards.ts';
import { isAt, keepCount, lotLine, pass } from './of-custody.ts';

/**
 * A parcel is opened at the province or the office and its cards are scanned. When it is empty, those that nobody scanned are missing: they
 * stay the carrier's, and the parcel is short until each is found or declared lost. A card that belongs to another parcel is taken in where
 * it came to light.
 */
export const receiveParcel = defineAction({
  name: 'cards.receive-parcel',
  summary: 'Receive a parcel, card by card',
  permission: 'cards:receive',
  input: z.object({ parcel: z.string().max(20), scanned: Scanned, isEmpty: z.boolean() }),
  output: z.object({ arrived: z.int(), left: z.int(), differences: Differences }),
  refusals: ['parcel-unknown', 'parcel-not-ready'],
  async run(context, { parcel: number, scanned, isEmpty }) {
    const parcel = await findParcelForUpdate(context.tx, number);
    if (!parcel || !isAt(context, parcel.territory)) return refuse('parcel-unknown', { place: 'parcel' });
    if (!['under_way', 'short', 'received', 'lost'].includes(parcel.state))
      return refuse('parcel-not-ready', { place: 'parcel', facts: { state: parcel.state } });
    const expected = await lockCardsOfParcel(context.tx, parcel.id);
    const { arrived, differences } = await count(context, parcel, scanned);
    const waiting = expected.filter((card) => card.state === 'in_parcel' && !arrived.includes(card.serial));
    const missing = isEmpty ? waiting.map(({ serial }): Difference => ({ serial, kind: 'missing' })) : [];
    const all = [...differences, ...missing];
    const cards = await takeIn(context, parcel, arrived);
    await keepCount(
      context,
      { arrived: cards, differences: all },
      { batch_id: null, parcel_id: parcel.id, territory: parcel.territory, place: parcel.territory },
    );
    await end(context, parcel, { arrived: cards, missing, state: stateAfter(parcel, { left: waiting.length, isEmpty }) });
    return { arrived: cards.length, left: isEmpty ? 0 : waiting.length, differences: all };
  },
});

/** A card that is here already, and packed for nowhere, has been scanned twice; one that is worth nothing is told each time it is in a hand. */
async function count({ tx }: DeedContext, parcel: ParcelRow, scanned: readonly string[]) {
  const seen = await lockCards(tx, scanned);
  const books = new Map(seen.map((card) => [card.serial, { ...card, isExpected: card.parcel_id === parcel.id }]));
  const again = new Set(
    seen
      .filter((card) => card.place === parcel.territory && card.parcel_id === null && !isDead(card.state))
      .map(({ serial }) => serial),
  );
  const fresh = scanned.filter((serial) => !again.has(serial));
  return countScanned(fresh, books, arrivalAt(parcel));
}

function arrivalAt({ territory }: ParcelRow) {
  return territory.split('.').length > PROVINCE_PARTS ? ('reachOffice' as const) : ('reachProvince' as const);
}

/** A province is `region.province`; an office has its commune's longer code. */
const PROVINCE_PARTS = 2;

async function takeIn(context: DeedContext, parcel: ParcelRow, serials: readonly string[]): Promise<CardRow[]> {
  const cards = await lockCards(context.tx, serials);
  await pass(context, arrivalAt(parcel), { cards, where: parcel.territory, parcel: null });
  if (arrivalAt(parcel) === 'reachOffice' && cards.length > 0)
    context.emit('cards.at-office', { registrations: cards.map((card) => card.registration_number) });
  return cards;
}

function stateAfter(parcel: ParcelRow, { left, isEmpty }: { left: number; isEmpty: boolean }): ParcelRow['state'] {
  if (left === 0) return 'received';
  return isEmpty ? 'short' : parcel.state;
}

type End = { readonly arrived: readonly CardRow[]; readonly missing: readonly Difference[]; readonly state: ParcelRow['state'] };

async function end(context: DeedContext, parcel: ParcelRow, { arrived, missing, state }: End): Promise<void> {
  await setParcel(context.tx, parcel.id, { state, since: context.now.toString() });
  const reason = missing.length > 0 ? { reason: `missing ${missing.map(({ serial }) => serial).join(' ')}`.slice(0, 2_000) } : {};
  context.journal(lotLine('parcel', parcel, { state, serials: arrived.map((card) => card.serial), ...reason }));
}
