import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { defineAction } from '#platform/actions';
import type { PlainDate } from '#platform/dates';
import { refuse } from '#platform/refusals';
import { isDead } from '../model/custody.ts';
import { deadStates } from '../model/lifecycle.ts';
import { dayNamed } from '../model/make-card.ts';
import type { SigningKey } from '../model/signing-keys.ts';
import { findCardForUpdate, lockLiveCardsOf } from '../store/cards.ts';
import type { CardRow } from '../store/tables.ts';
import { orderCards } from './issue-cards.ts';

/**
 * Orders another card in the place of one that is worth nothing any more, for a family whose right is open. The card of a year that was paid
 * ahead stands in nobody's way.
 */
export function orderDuplicate(key: SigningKey) {
  return defineAction({
    name: 'cards.order-duplicate',
    summary: 'Order a duplicate of a card that is worth nothing any more',
    permission: 'cards:hand-over',
    input: z.object({ serial: z.string().max(32) }),
    output: z.object({ cards: z.int() }),
    refusals: ['card-unknown', 'card-still-live', 'right-not-open'],
    async run(context, { serial }) {
      const card = await findCardForUpdate(context.tx, serial);
      if (!card) return refuse('card-unknown', { place: 'serial' });
      const day = dayNamed(card.valid_from, context.today);
      const live = await lockLiveCardsOf(context.tx, [card.registration_number], deadStates);
      if (!isDead(card.state) || live.some((other) => isValidOn(other, day)))
        return refuse('card-still-live', { place: 'serial' });
      const [family] = await listRegisteredFamilies(context.tx, [card.registration_number], day);
      if (!family?.isOpen) return refuse('right-not-open', { place: 'serial' });
      const { cards } = await orderCards(context, [family], { key, replaces: new Map([[family.number, serial]]) });
      return { cards };
    },
  });
}

function isValidOn({ valid_from: from, valid_to: to }: CardRow, day: PlainDate): boolean {
  return from <= day.toString() && to >= day.toString();
}
