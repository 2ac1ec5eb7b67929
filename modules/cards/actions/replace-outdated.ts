import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { defineAction } from '#platform/actions';
import { toDate } from '#platform/dates';
import { deadStates } from '../model/lifecycle.ts';
import { dayNamed } from '../model/make-card.ts';
import type { SigningKey } from '../model/signing-keys.ts';
import { lockLiveCardsOf } from '../store/cards.ts';
import { orderCards } from './issue-cards.ts';
import { cardLine, takeWorth } from './of-custody.ts';

/** Replaces cards that name a household as it is no more, or never was: the old one is worth nothing from now on, and a new one is ordered where rights are open. */
export function replaceOutdated(key: SigningKey) {
  return defineAction({
    name: 'cards.replace-outdated',
    summary: 'Replace the cards of families whose household has changed',
    permission: 'system:cards',
    input: z.object({
      registrations: z.array(z.string()).min(1).max(2_000),
      reason: z.enum(['household-changed', 'correction']).default('household-changed'),
    }),
    output: z.object({ cards: z.int() }),
    refusals: [],
    internal: true,
    async run(context, { registrations, reason }) {
      const live = await lockLiveCardsOf(context.tx, registrations, deadStates);
      if (live.length === 0) return { cards: 0 };
      await takeWorth(context, live, 'replaced');
      context.journal(...live.map((card) => cardLine(card, { state: 'replaced', reason })));
      let ordered = 0;
      for (const [day, replaced] of Map.groupBy(live, (card) => dayNamed(card.valid_from, context.today).toString())) {
        const replaces = new Map(replaced.map((card) => [card.registration_number, card.serial]));
        const families = await listRegisteredFamilies(context.tx, [...replaces.keys()], toDate(day));
        const open = families.filter((family) => family.isOpen);
        ordered += (await orderCards(context, open, { key, replaces })).cards;
      }
      return { cards: ordered };
    },
  });
}
