import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { isRefusal, refuse } from '#platform/refusals';
import { insertDifferences, listTakenInAmong } from '../store/differences.ts';
import type { BatchRow } from '../store/tables.ts';
import { advance, batchIn } from './advance-batch.ts';
import { Rejected } from './check-proof.ts';
import { hand, pass, rejectCards } from './of-custody.ts';

/**
 * What the maker says of a batch: that it took the file, naming each card that it cannot make, or that the cards are made. A card that cannot
 * be made leaves the batch and waits until somebody has looked at its data; one that lost its worth meanwhile is told apart when the box is opened. One
 * that was scanned in another box meanwhile is there, whatever is said of it: that is kept for somebody to look at.
 */
export const takeAcknowledgement = defineAction({
  name: 'cards.take-acknowledgement',
  summary: 'Take the acknowledgement of the maker for a batch',
  permission: 'cards:produce',
  input: z.object({
    batch: z.string().max(20),
    reference: z.string().trim().min(1).max(60),
    /** SHA-256 of the file that the maker took, where it came over the wire. */
    file: z.string().length(64).optional(),
    says: z.enum(['taken', 'made']),
    rejected: z.array(Rejected).max(5_000).default([]),
  }),
  output: z.object({ cards: z.int(), rejected: z.int() }),
  refusals: ['batch-unknown', 'batch-not-ready', 'card-unknown'],
  async run(context, { batch: number, reference, file, says, rejected }) {
    const found = await batchIn(context, number, says === 'taken' ? ['sent'] : ['sent', 'acknowledged']);
    if (isRefusal(found)) return found;
    const why = new Map(rejected.map(({ serial, reason }) => [serial, reason]));
    const theirs = found.cards.filter((card) => card.state === 'with_maker');
    const out = theirs.filter((card) => why.has(card.serial));
    const others = [...why.keys()].filter((serial) => !found.cards.some((card) => card.serial === serial));
    if (!(await keepTakenIn(context, found.batch, others))) return refuse('card-unknown', { place: 'rejected' });
    await rejectCards(context, out, why);
    const cards = theirs.filter((card) => !why.has(card.serial));
    if (says === 'made') await pass(context, 'make', { cards });
    const state = says === 'made' ? 'made' : 'acknowledged';
    const kept = { maker_reference: reference, maker_fault: null, ...(file ? { file_digest: file } : {}) };
    await advance(context, found.batch, { state, cards, ...kept, reason: reference });
    context.emit(`cards.batch-${says}`, { batch: number });
    if (says === 'made') context.emit('cards.made', { registrations: cards.map((card) => card.registration_number) });
    return { cards: cards.length, rejected: out.length };
  },
});

/** False where one of them was never made and scanned: the maker then speaks of a card it was not given. */
async function keepTakenIn(context: DeedContext, batch: BatchRow, serials: readonly string[]): Promise<boolean> {
  if (serials.length === 0) return true;
  const seen = await listTakenInAmong(context.tx, serials);
  if (seen.length < serials.length) return false;
  const found = seen.map((card) => ({ ...card, kind: 'not-made' as const, place: '', batch_id: batch.id, parcel_id: null }));
  await insertDifferences(context.tx, found, hand(context));
  return true;
}
