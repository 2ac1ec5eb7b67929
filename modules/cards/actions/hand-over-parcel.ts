import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/custody.ts';
import { findParcelForUpdate, lockCardsOfParcel, packCards, setParcel } from '../store/custody.ts';
import { isAt, lotLine, pass } from './of-custody.ts';

/** A packed parcel is scanned into the carrier's hands. A card that lost its worth in the meantime stays behind. */
export const handOverParcel = defineAction({
  name: 'cards.hand-over-parcel',
  summary: 'Hand a packed parcel over to the carrier',
  permission: 'cards:ship',
  input: z.object({
    parcel: z.string().max(20),
    carrier: z.string().trim().min(1).max(100),
    seal: z.string().trim().min(1).max(60),
  }),
  output: z.object({ cards: z.int(), left: z.array(z.string()) }),
  refusals: ['parcel-unknown', 'parcel-not-ready'],
  async run(context, { parcel: number, carrier, seal }) {
    const parcel = await findParcelForUpdate(context.tx, number);
    if (!parcel || !isAt(context, parcel.origin)) return refuse('parcel-unknown', { place: 'parcel' });
    if (parcel.state !== 'packed') return refuse('parcel-not-ready', { place: 'parcel', facts: { state: parcel.state } });
    const cards = await lockCardsOfParcel(context.tx, parcel.id);
    const deed = parcel.origin === '' ? 'leaveAnam' : 'leaveProvince';
    const going = cards.filter((card) => mayPass(card.state, deed));
    const left = cards.filter((card) => !mayPass(card.state, deed)).map((card) => card.serial);
    await packCards(context.tx, left, null);
    await pass(context, deed, { cards: going, where: parcel.number });
    const since = context.now.toString();
    await setParcel(context.tx, parcel.id, { state: 'under_way', since, carrier, seal });
    const serials = going.map((card) => card.serial);
    context.journal(lotLine('parcel', parcel, { state: 'under_way', serials, reason: `${carrier}, ${seal}` }));
    return { cards: going.length, left };
  },
});
