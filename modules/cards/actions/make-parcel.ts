import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { toParcelNumber } from '../model/numbers.ts';
import { lockCards } from '../store/cards.ts';
import { insertParcel, packCards, takeNumber } from '../store/custody.ts';
import type { CardRow } from '../store/tables.ts';
import { Scanned } from './check-cards.ts';
import { isAt, lotLine } from './of-custody.ts';

/** Packs scanned cards of one place for the province or office they go to. They change hands when the parcel does. */
export const makeParcel = defineAction({
  name: 'cards.make-parcel',
  summary: 'Pack scanned cards into a parcel for a province or an office',
  permission: 'cards:ship',
  input: z.object({ territory: z.string().min(1).max(20), scanned: Scanned.min(1) }),
  output: z.object({ parcel: z.string(), cards: z.int() }),
  refusals: ['card-unknown', 'card-not-here'],
  async run(context, { territory, scanned }) {
    const cards = await lockCards(context.tx, scanned);
    const serials = new Set(scanned);
    const absent = scanned.find((serial) => !cards.some((card) => card.serial === serial));
    if (absent) return refuse('card-unknown', { place: absent });
    const origin = originOf(cards[0]);
    const stranger = cards.find((card) => !mayBePacked(context, card, { origin, territory }));
    if (stranger || origin === undefined) return refuse('card-not-here', { place: stranger?.serial ?? '' });
    const at = context.now.toString();
    const parcel = {
      ...{ id: newId(), number: toParcelNumber(await takeNumber(context.tx, 'parcel')), origin, territory },
      ...{ state: 'packed' as const, since: at, made_at: at, made_by: context.actor.id },
      ...{ cards: serials.size, carrier: null, seal: null, serials: [...serials].sort() },
    };
    await insertParcel(context.tx, parcel);
    await packCards(context.tx, [...serials], parcel.id);
    context.journal(lotLine('parcel', parcel, { state: parcel.state, serials: parcel.serials }));
    return { parcel: parcel.number, cards: serials.size };
  },
});

/** ANAM's own, or the province whose stock the first card is of. */
function originOf(card: CardRow | undefined): string | undefined {
  if (card?.state === 'checked') return '';
  return card?.state === 'at_province' ? card.place : undefined;
}

function mayBePacked(
  context: DeedContext,
  card: CardRow,
  { origin, territory }: { origin: string | undefined; territory: string },
) {
  const isStocked = originOf(card) === origin && origin !== undefined && isAt(context, origin);
  return isStocked && card.parcel_id === null && `${card.territory}.`.startsWith(`${territory}.`) && territory !== origin;
}
