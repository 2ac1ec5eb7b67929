import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { isRefusal } from '#platform/refusals';
import { advance, batchIn } from './advance-batch.ts';
import { pass } from './of-custody.ts';

/**
 * The box of a batch has come back and was counted. A count that is not the number expected is kept with the batch and told at once; which
 * cards are missing is known when each has been scanned.
 */
export const receiveFromMaker = defineAction({
  name: 'cards.receive-from-maker',
  summary: 'Receive the made cards of a batch by their count',
  permission: 'cards:produce',
  input: z.object({ batch: z.string().max(20), counted: z.int().min(0).max(100_000) }),
  output: z.object({ expected: z.int(), counted: z.int() }),
  refusals: ['batch-unknown', 'batch-not-ready'],
  async run(context, { batch: number, counted }) {
    const found = await batchIn(context, number, ['made']);
    if (isRefusal(found)) return found;
    const cards = found.cards.filter((card) => card.state === 'made');
    await pass(context, 'receive', { cards });
    const differs = counted === cards.length ? {} : { reason: `${counted}/${cards.length}` };
    await advance(context, found.batch, { state: 'received', cards, counted, expected: cards.length, ...differs });
    return { expected: cards.length, counted };
  },
});
