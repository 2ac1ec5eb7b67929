import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { deadStates } from '../model/lifecycle.ts';
import { findCardForUpdate } from '../store/cards.ts';
import { cardLine, takeWorth } from './of-custody.ts';

/** Declares a card worthless: lost, stolen, damaged or withdrawn. Its code is on the next list of revocations. */
export const revokeCard = defineAction({
  name: 'cards.revoke-card',
  summary: 'Declare a card lost, stolen, damaged or withdrawn',
  permission: 'cards:revoke',
  input: z.object({
    serial: z.string().max(32),
    becomes: z.enum(['lost', 'stolen', 'damaged', 'revoked']),
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.object({ serial: z.string(), state: z.string() }),
  refusals: ['card-unknown', 'card-not-live'],
  async run(context, { serial, becomes, reason }) {
    const card = await findCardForUpdate(context.tx, serial);
    if (!card) return refuse('card-unknown', { place: 'serial' });
    if (deadStates.includes(card.state)) return refuse('card-not-live', { place: 'serial', facts: { state: card.state } });
    await takeWorth(context, [card], becomes);
    context.journal(cardLine(card, { state: becomes, reason }));
    return { serial, state: becomes };
  },
});
