import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { findParcelForUpdate, lockCardsOfParcel, setParcel } from '../store/custody.ts';
import { cardLine, isAt, lotLine, pass, settle } from './of-custody.ts';

/**
 * What a parcel still holds is lost: the whole parcel, or the cards that were missing when it was opened. Their codes are revoked, and new
 * cards are ordered for their families without anybody asking.
 */
export const declareParcelLost = defineAction({
  name: 'cards.declare-parcel-lost',
  summary: 'Declare a parcel lost, or what was missing of it',
  permission: 'cards:ship',
  input: z.object({ parcel: z.string().max(20), reason: z.string().trim().min(1).max(500) }),
  output: z.object({ lost: z.int() }),
  refusals: ['parcel-unknown', 'parcel-not-ready'],
  async run(context, { parcel: number, reason }) {
    const parcel = await findParcelForUpdate(context.tx, number);
    if (!parcel || !isAt(context, parcel.origin)) return refuse('parcel-unknown', { place: 'parcel' });
    if (parcel.state !== 'under_way' && parcel.state !== 'short')
      return refuse('parcel-not-ready', { place: 'parcel', facts: { state: parcel.state } });
    const cards = (await lockCardsOfParcel(context.tx, parcel.id)).filter((card) => card.state === 'in_parcel');
    await pass(context, 'loseInTransit', { cards, parcel: null });
    const at = context.now.toString();
    const serials = cards.map((card) => card.serial);
    await settle(context, serials, { as: 'lost', kinds: ['missing'] });
    const state = parcel.state === 'short' ? 'received' : 'lost';
    await setParcel(context.tx, parcel.id, { state, since: at });
    context.journal(
      lotLine('parcel', parcel, { state, serials, reason }),
      ...cards.map((card) => cardLine(card, { state: 'lost_in_transit', reason })),
    );
    if (cards.length > 0) context.emit('cards.lost-in-transit', { registrations: cards.map((card) => card.registration_number) });
    return { lost: cards.length };
  },
});
