import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { lockOver } from '../store/cards.ts';
import { cardLine, pass } from './of-custody.ts';

/** As many as one transaction expires; the night goes on until none is left. */
const MOST_AT_ONCE = 2_000;

/**
 * Cards whose last day is over are worth nothing from then on, by what they say themselves: no list of revocations needs to name them. Families whose
 * right goes on have another ordered by what hears of it.
 */
export const expireCards = defineAction({
  name: 'cards.expire-cards',
  summary: 'Let cards expire whose last day is over',
  permission: 'system:cards',
  internal: true,
  input: z.object({}),
  output: z.object({ expired: z.int() }),
  refusals: [],
  async run(context) {
    const over = await lockOver(context.tx, context.today.toString(), MOST_AT_ONCE);
    if (over.length === 0) return { expired: 0 };
    await pass(context, 'expire', { cards: over, parcel: null });
    context.journal(...over.map((card) => cardLine(card, { state: 'expired', reason: card.valid_to })));
    context.emit('cards.expired', { registrations: over.map((card) => card.registration_number) });
    return { expired: over.length };
  },
});
