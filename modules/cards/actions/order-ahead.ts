import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { addDays } from '#platform/dates';
import { deadStates } from '../model/lifecycle.ts';
import type { SigningKey } from '../model/signing-keys.ts';
import { lockEndingSoon } from '../store/cards.ts';
import { listPaidAhead, orderCards } from './issue-cards.ts';

/** As many as one transaction looks at; the night goes on until none is left. */
const MOST_AT_ONCE = 1_000;

/**
 * Orders the next card of families whose right goes on after the last day of the one they have: as long before as a card may take to be delivered, so
 * that it is there on its first day. What begins later is ordered then, with the household as it will be.
 */
export function orderAhead(key: SigningKey) {
  return defineAction({
    name: 'cards.order-ahead',
    summary: 'Order the next card of families whose right goes on after the one they have',
    permission: 'system:cards',
    input: z.object({ after: z.string().default('') }),
    output: z.object({ cards: z.int(), last: z.string().nullable() }),
    refusals: [],
    internal: true,
    async run(context, { after }) {
      const { cardDelivery } = lawAt(context.today.toString()).deadlines;
      const span = { from: context.today.toString(), to: addDays(context.today, cardDelivery.value.late).toString() };
      const ending = await lockEndingSoon(context.tx, { ...span, after, limit: MOST_AT_ONCE }, deadStates);
      const { cards } = await orderCards(context, await listPaidAhead(context, ending), { key, replaces: new Map() });
      return { cards, last: ending.length < MOST_AT_ONCE ? null : (ending.at(-1)?.serial ?? null) };
    },
  });
}
