import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { deadStates } from '../model/lifecycle.ts';
import { lockLiveCardsOf } from '../store/cards.ts';
import { cardLine, takeWorth } from './of-custody.ts';

/** Withdraws the cards of families whose rights are closed. A card that expired by itself is left. */
export const withdrawCards = defineAction({
  name: 'cards.withdraw-cards',
  summary: 'Withdraw the cards of families whose rights are closed',
  permission: 'system:cards',
  input: z.object({ registrations: z.array(z.string()).min(1).max(2_000) }),
  output: z.object({ withdrawn: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { registrations }) {
    const today = context.today.toString();
    const live = (await lockLiveCardsOf(context.tx, registrations, deadStates)).filter((card) => card.valid_to >= today);
    if (live.length === 0) return { withdrawn: 0 };
    await takeWorth(context, live, 'revoked');
    context.journal(...live.map((card) => cardLine(card, { state: 'revoked', reason: 'rights-closed' })));
    return { withdrawn: live.length };
  },
});
