import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { type DeedContext, defineAction } from '#platform/actions';
import type { CardState } from '../model/lifecycle.ts';
import { lockCardsIn, setTerritories } from '../store/cards.ts';
import { insertDifferences } from '../store/differences.ts';
import type { CardRow } from '../store/tables.ts';
import { cardLine, hand } from './of-custody.ts';

/**
 * A card that has not left ANAM goes to the new office, one in the family's hands is known there. What was packed or is further on its way goes
 * where it was sent.
 */
const following: readonly CardState[] = [
  ...(['ordered', 'batched', 'with_maker', 'made', 'rejected_proof', 'received', 'checked'] as const),
  ...(['handed_over', 'active'] as const),
];
/** There its family fetches it. */
const waiting: readonly CardState[] = ['at_office', 'uncollected'];

/**
 * Cards are of the commune that their family moved to, as long as they can still be sent there. One that waits at the old office is kept in mind, and
 * its family told where to fetch it. Told twice, or of a family that is back, nothing more changes.
 */
export const followMove = defineAction({
  name: 'cards.follow-move',
  summary: 'Let cards follow families that moved to another commune',
  permission: 'system:cards',
  input: z.object({ registrations: z.array(z.string()).min(1).max(5_000) }),
  output: z.object({ moved: z.int(), waiting: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { registrations }) {
    const cards = await lockCardsIn(context.tx, registrations, [...following, ...waiting]);
    const families = await listRegisteredFamilies(context.tx, registrations, context.today);
    const territories = new Map(families.map(({ number, territory }) => [number, territory]));
    const apart = cards.flatMap((card) => {
      const territory = territories.get(card.registration_number) ?? card.territory;
      return territory === card.territory ? [] : [{ card, territory }];
    });
    const moving = apart.filter(({ card }) => following.includes(card.state) && card.parcel_id === null);
    await setTerritories(
      context.tx,
      moving.map(({ card: { serial }, territory }) => ({ serial, territory })),
    );
    context.journal(
      ...moving.map(({ card, territory }) => cardLine({ ...card, territory }, { state: card.state, reason: 'family-moved' })),
    );
    const left = apart.flatMap(({ card }) => (waiting.includes(card.state) ? card : []));
    return { moved: moving.length, waiting: await keepWaiting(context, left) };
  },
});

/** Each is told once, as long as the card waits there. */
async function keepWaiting(context: DeedContext, cards: readonly CardRow[]): Promise<number> {
  const found = cards.map(({ serial, place, territory }) => ({
    ...{ serial, place, territory, kind: 'moved' as const, batch_id: null, parcel_id: null },
  }));
  const fresh = new Set(await insertDifferences(context.tx, found, hand(context)));
  const told = cards.filter(({ serial }) => fresh.has(serial));
  context.journal(...told.map((card) => cardLine(card, { state: card.state, reason: 'family-moved, waits here' })));
  if (told.length > 0) context.emit('cards.waits-at-old-office', { registrations: told.map((card) => card.registration_number) });
  return told.length;
}
