import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/custody.ts';
import { findCardForUpdate } from '../store/cards.ts';
import { cardLine, isHere, takeWorth } from './of-custody.ts';

/**
 * Whoever has a card in the books looks for it and has it not: the maker's box lacked it, or it is gone from a stock. It is worth nothing from
 * then on, and another is ordered without anybody asking; found again, its scan says so. What the maker has is told by who has cards made.
 */
export const declareMissing = defineAction({
  name: 'cards.declare-missing',
  summary: 'Declare that a card is not where the books have it',
  permission: 'cards:declare-missing',
  input: z.object({ serial: z.string().max(32), reason: z.string().trim().min(1).max(500) }),
  output: z.object({ serial: z.string(), state: z.literal('lost') }),
  refusals: ['card-unknown', 'card-not-here'],
  async run(context, { serial, reason }) {
    const card = await findCardForUpdate(context.tx, serial);
    if (!card) return refuse('card-unknown', { place: 'serial' });
    if (!mayPass(card.state, 'loseHere') || !isHere(context.actor, card.place))
      return refuse('card-not-here', { place: 'serial', facts: { state: card.state } });
    await takeWorth(context, [card], 'lost');
    context.journal(cardLine(card, { state: 'lost', reason }));
    context.emit('cards.lost-in-transit', { registrations: [card.registration_number] });
    return { serial, state: 'lost' as const };
  },
});
