import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listRevokedAfter } from '../store/cards.ts';

/** Cards declared worthless before their term, as they were known at a moment, a page after another in the order of their numbers. */
export const revocationsInOrder = defineQuery({
  name: 'cards.revocations-in-order',
  summary: 'Cards declared worthless before their term, in the order of their numbers',
  permission: 'system:cards',
  internal: true,
  input: z.object({
    validOn: z.iso.date(),
    knownAt: z.iso.datetime({ offset: true }),
    limit: z.int().min(1).max(10_000),
    after: z.string(),
  }),
  output: z.object({ cards: z.array(z.object({ serial: z.string() })), next: z.string().optional() }),
  async run({ tx }, asked) {
    const cards = await listRevokedAfter(tx, asked);
    return { cards, next: cards.length < asked.limit ? undefined : cards.at(-1)?.serial };
  },
});
