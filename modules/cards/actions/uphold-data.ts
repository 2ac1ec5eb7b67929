import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/custody.ts';
import { findCardForUpdate, lockCardsIn } from '../store/cards.ts';
import { cardLine, pass } from './of-custody.ts';

/** Somebody has looked at a card that was rejected for its data and found them right: it waits for a batch again. Data that are wrong are corrected with the family. */
export const upholdData = defineAction({
  name: 'cards.uphold-data',
  summary: 'Say that the data of a rejected card are right, so that it is made again',
  permission: 'cards:produce',
  input: z.object({ serial: z.string().max(32), reason: z.string().trim().min(1).max(500) }),
  output: z.object({ serial: z.string() }),
  refusals: ['card-unknown', 'card-not-rejected'],
  async run(context, { serial, reason }) {
    const card = await findCardForUpdate(context.tx, serial);
    if (!card) return refuse('card-unknown', { place: 'serial' });
    if (!mayPass(card.state, 'upholdData')) return refuse('card-not-rejected', { place: 'serial' });
    await pass(context, 'upholdData', { cards: [card] });
    context.journal(cardLine(card, { state: 'ordered', reason }));
    return { serial };
  },
});

/** A correction was refused, or was of nothing that stands on a card: what was rejected of these families is made again as it was. */
export const upholdDecided = defineAction({
  name: 'cards.uphold-decided',
  summary: 'Have rejected cards made again once a correction of their families was decided',
  permission: 'system:cards',
  input: z.object({ registrations: z.array(z.string()).min(1).max(2_000) }),
  output: z.object({ cards: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { registrations }) {
    const cards = await lockCardsIn(context.tx, registrations, ['rejected_proof']);
    await pass(context, 'upholdData', { cards });
    context.journal(...cards.map((card) => cardLine(card, { state: 'ordered', reason: 'correction-decided' })));
    return { cards: cards.length };
  },
});
