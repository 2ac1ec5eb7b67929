import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { toBatchNumber } from '../model/numbers.ts';
import { insertBatch, takeNumber, takeToBatch } from '../store/custody.ts';
import { lotLine, pass } from './of-custody.ts';

/** As many cards as one box of the maker's holds. */
const MOST = 5_000;

/** Puts the ordered cards of a province, or of one office, into a batch for the maker, the oldest first. */
export const makeBatch = defineAction({
  name: 'cards.make-batch',
  summary: 'Put the ordered cards of a province or an office into a batch',
  permission: 'cards:produce',
  input: z.object({ territory: z.string().max(20), most: z.int().min(1).max(MOST).default(MOST) }),
  output: z.object({ batch: z.string(), cards: z.int() }),
  refusals: ['nothing-ordered'],
  async run(context, { territory, most }) {
    const cards = await takeToBatch(context.tx, territory, most);
    if (cards.length === 0) return refuse('nothing-ordered', { place: 'territory' });
    const at = context.now.toString();
    const batch = {
      ...{ id: newId(), number: toBatchNumber(await takeNumber(context.tx, 'batch')), territory },
      ...{ state: 'made_up' as const, since: at, made_up_at: at, made_up_by: context.actor.id },
      ...{ cards: cards.length, counted: null, expected: null, maker_reference: null },
      ...{ file_digest: null, maker_fault: null },
    };
    await insertBatch(context.tx, batch);
    await pass(context, 'batch', { cards, batch: batch.id });
    context.journal(lotLine('batch', batch, { state: batch.state, serials: cards.map((card) => card.serial).sort() }));
    return { batch: batch.number, cards: cards.length };
  },
});
