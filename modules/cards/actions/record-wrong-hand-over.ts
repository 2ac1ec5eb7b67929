import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/custody.ts';
import { findCardForUpdate } from '../store/cards.ts';
import { undoHandOver } from '../store/custody.ts';
import { cardLine, pass, settle } from './of-custody.ts';

/**
 * A card was given to another family. Back over the desk it waits at the office again; if it is not, it is lost and worth nothing, and its
 * family may have another.
 */
export const recordWrongHandOver = defineAction({
  name: 'cards.record-wrong-hand-over',
  summary: 'Say that a card was given to the wrong family',
  permission: 'cards:hand-over',
  input: z.object({ serial: z.string().max(32), isRecovered: z.boolean(), reason: z.string().trim().min(1).max(500) }),
  output: z.object({ serial: z.string(), state: z.enum(['at_office', 'lost']) }),
  refusals: ['card-unknown', 'card-not-handed-over'],
  async run(context, { serial, isRecovered, reason }) {
    const card = await findCardForUpdate(context.tx, serial);
    if (!card) return refuse('card-unknown', { place: 'serial' });
    if (!mayPass(card.state, 'recover')) return refuse('card-not-handed-over', { place: 'serial', facts: { state: card.state } });
    const at = context.now.toString();
    const state = isRecovered ? ('at_office' as const) : ('lost' as const);
    await undoHandOver(context.tx, serial, { at, as: isRecovered ? 'recovered' : 'lost', why: reason });
    await pass(context, isRecovered ? 'recover' : 'loseInHand', { cards: [card], where: card.territory });
    // Whoever read it at another desk wondered rightly.
    if (isRecovered) await settle(context, [serial], { as: 'found', kinds: ['elsewhere'] });
    context.journal(cardLine(card, { state, reason }));
    return { serial, state };
  },
});
