import type { DeedContext } from '#platform/actions';
import { type Refusal, refuse } from '#platform/refusals';
import { findBatchForUpdate, lockCardsOfBatch, setBatch } from '../store/custody.ts';
import type { BatchRow, BatchState, CardRow } from '../store/tables.ts';
import { lotLine } from './of-custody.ts';

/** A batch that must be in one of these states, with its cards, held until the deed is done. */
export async function batchIn(
  { tx }: DeedContext,
  number: string,
  states: readonly BatchState[],
): Promise<Refusal<'batch-unknown' | 'batch-not-ready'> | { batch: BatchRow; cards: CardRow[] }> {
  const batch = await findBatchForUpdate(tx, number);
  if (!batch) return refuse('batch-unknown', { place: 'batch' });
  if (!states.includes(batch.state)) return refuse('batch-not-ready', { place: 'batch', facts: { state: batch.state } });
  return { batch, cards: await lockCardsOfBatch(tx, batch.id) };
}

type Advance = { readonly state: BatchState; readonly cards: readonly CardRow[]; readonly reason?: string } & Partial<
  Pick<BatchRow, 'counted' | 'expected' | 'maker_reference' | 'file_digest' | 'maker_fault'>
>;

/** The batch is in its next state, and the journal says of which cards. */
export async function advance(context: DeedContext, batch: BatchRow, { state, cards, reason, ...told }: Advance): Promise<void> {
  await setBatch(context.tx, batch.id, { ...told, state, since: context.now.toString() });
  const serials = cards.map((card) => card.serial).sort();
  context.journal(lotLine('batch', batch, { state, serials, ...(reason ? { reason } : {}) }));
}
