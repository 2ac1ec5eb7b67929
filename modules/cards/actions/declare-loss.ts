import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/custody.ts';
import { findCardForUpdate } from '../store/cards.ts';
import { cardLine, takeWorth } from './of-custody.ts';

/** A family says at the desk that its card is lost, stolen or unreadable: its code is revoked. A theft names the police's report. */
export const declareLoss = defineAction({
  name: 'cards.declare-loss',
  summary: 'Take a family’s declaration that its card is lost, stolen or damaged',
  permission: 'cards:hand-over',
  input: z.object({
    serial: z.string().max(32),
    becomes: z.enum(['lost', 'stolen', 'damaged']),
    declaredBy: z.string().trim().min(1).max(120),
    report: z.string().trim().max(60).optional(),
  }),
  output: z.object({ serial: z.string(), state: z.string() }),
  refusals: ['card-unknown', 'card-not-handed-over', 'report-missing'],
  async run(context, { serial, becomes, declaredBy, report }) {
    const card = await findCardForUpdate(context.tx, serial);
    if (!card) return refuse('card-unknown', { place: 'serial' });
    if (!mayPass(card.state, 'loseInHand'))
      return refuse('card-not-handed-over', { place: 'serial', facts: { state: card.state } });
    if (becomes === 'stolen' && !report) return refuse('report-missing', { place: 'report' });
    await takeWorth(context, [card], becomes);
    context.journal(cardLine(card, { state: becomes, reason: report ? `${declaredBy}, ${report}` : declaredBy }));
    return { serial, state: becomes };
  },
});
