import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { deadStates } from '../model/lifecycle.ts';
import { lockOver } from '../store/cards.ts';
import { cardLine, letExpire } from './of-custody.ts';

/** As many as one transaction expires; the night goes on until none is left. */
const MOST_AT_ONCE = 2_000;

/**
 * Cards whose last day is over are worth nothing, in hands or still on their way, from then on, by what they say themselves: no list of revocations needs to name them. Families whose
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
    const over = await lockOver(context.tx, { today: context.today.toString(), limit: MOST_AT_ONCE }, deadStates);
    if (over.length === 0) return { expired: 0 };
    await letExpire(context, over);
    context.journal(...over.map((card) => cardLine(card, { state: 'expired', reason: card.valid_to })));
    context.emit('cards.expired', { registrations: over.map((card) => card.registration_number) });
    return { expired: over.length };
  },
});
