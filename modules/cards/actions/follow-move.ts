import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { defineAction } from '#platform/actions';
import type { CardState } from '../model/lifecycle.ts';
import { lockCardsIn, setTerritories } from '../store/cards.ts';
import { cardLine } from './of-custody.ts';

/** A card that is not made yet goes to the new office, one in the family's hands is known there. What is on its way goes where it was sent. */
const following: readonly CardState[] = ['ordered', 'handed_over', 'active'];

/** Cards are of the commune that their family moved to; told twice, or of a family that is back, nothing more changes. */
export const followMove = defineAction({
  name: 'cards.follow-move',
  summary: 'Let cards follow families that moved to another commune',
  permission: 'system:cards',
  input: z.object({ registrations: z.array(z.string()).min(1).max(2_000) }),
  output: z.object({ moved: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { registrations }) {
    const cards = await lockCardsIn(context.tx, registrations, following);
    const families = await listRegisteredFamilies(context.tx, registrations, context.today);
    const territories = new Map(families.map(({ number, territory }) => [number, territory]));
    const moving = cards.flatMap((card) => {
      const territory = territories.get(card.registration_number);
      return territory === undefined || territory === card.territory ? [] : [{ ...card, territory }];
    });
    if (moving.length === 0) return { moved: 0 };
    await setTerritories(context.tx, moving);
    context.journal(...moving.map((card) => cardLine(card, { state: card.state, reason: 'family-moved' })));
    return { moved: moving.length };
  },
});
