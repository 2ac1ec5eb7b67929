import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { makerFaults } from '../model/maker.ts';
import { findBatchForUpdate, setBatch } from '../store/custody.ts';
import { lotLine } from './of-custody.ts';

/** Keeps with a batch what was wrong with the last answer of the maker, for whoever looks at it. It is asked again; nothing else changes. */
export const noteMakerFault = defineAction({
  name: 'cards.note-maker-fault',
  summary: 'Keep what was wrong with an answer of the maker',
  permission: 'system:cards',
  internal: true,
  input: z.object({ batch: z.string().max(20), fault: z.enum(makerFaults) }),
  output: z.object({ isNew: z.boolean() }),
  refusals: ['batch-unknown'],
  async run(context, { batch: number, fault }) {
    const batch = await findBatchForUpdate(context.tx, number);
    if (!batch) return refuse('batch-unknown', { place: 'batch' });
    await setBatch(context.tx, batch.id, { maker_fault: fault });
    context.journal(lotLine('batch', batch, { state: batch.state, serials: [], reason: fault }));
    return { isNew: batch.maker_fault !== fault };
  },
});
