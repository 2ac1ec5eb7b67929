import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { isRefusal, refuse } from '#platform/refusals';
import { advance, batchIn } from './advance-batch.ts';
import { rejectCards } from './of-custody.ts';

export const Rejected = z.object({ serial: z.string().max(32), reason: z.string().trim().min(1).max(200) });

/** The proof sheet of a batch was looked at: cards with a fault leave the batch and wait until somebody has looked at their data, the rest may go to the maker. */
export const checkProof = defineAction({
  name: 'cards.check-proof',
  summary: 'Accept the proof sheet of a batch, leaving out cards with a fault',
  permission: 'cards:produce',
  input: z.object({ batch: z.string().max(20), rejected: z.array(Rejected).max(5_000) }),
  output: z.object({ accepted: z.int(), rejected: z.int() }),
  refusals: ['batch-unknown', 'batch-not-ready', 'card-unknown'],
  async run(context, { batch: number, rejected }) {
    const found = await batchIn(context, number, ['made_up']);
    if (isRefusal(found)) return found;
    const why = new Map(rejected.map(({ serial, reason }) => [serial, reason]));
    const out = found.cards.filter((card) => why.has(card.serial));
    if (out.length < why.size) return refuse('card-unknown', { place: 'rejected' });
    await rejectCards(context, out, why);
    const cards = found.cards.filter((card) => !why.has(card.serial));
    await advance(context, found.batch, { state: 'proofed', cards });
    return { accepted: cards.length, rejected: out.length };
  },
});
