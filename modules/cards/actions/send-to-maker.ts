import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { isRefusal } from '#platform/refusals';
import { advance, batchIn } from './advance-batch.ts';
import { pass } from './of-custody.ts';

/** A proofed batch goes to the maker. */
export const sendToMaker = defineAction({
  name: 'cards.send-to-maker',
  summary: 'Send a proofed batch to the maker',
  permission: 'cards:produce',
  input: z.object({ batch: z.string().max(20) }),
  output: z.object({ cards: z.int() }),
  refusals: ['batch-unknown', 'batch-not-ready'],
  async run(context, { batch: number }) {
    const found = await batchIn(context, number, ['proofed']);
    if (isRefusal(found)) return found;
    const cards = found.cards.filter((card) => card.state === 'batched');
    await pass(context, 'send', { cards });
    await advance(context, found.batch, { state: 'sent', cards });
    context.emit('cards.batch-sent', { batch: number });
    return { cards: cards.length };
  },
});
