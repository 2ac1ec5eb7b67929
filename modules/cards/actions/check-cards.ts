import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { isRefusal } from '#platform/refusals';
import { countScanned } from '../model/custody.ts';
import { lockCards } from '../store/cards.ts';
import type { BatchRow, CardRow } from '../store/tables.ts';
import { advance, batchIn } from './advance-batch.ts';
import { keepCount, pass } from './of-custody.ts';

export const Differences = z.array(
  z.object({ serial: z.string(), kind: z.enum(['missing', 'surplus', 'dead', 'elsewhere', 'unknown']) }),
);

/** What is scanned at once: a screen sends as it goes, and says when the box is empty. */
export const Scanned = z.array(z.string().max(32)).max(5_000);

/**
 * Each card of a received batch is read by the scanner. When the box is empty, those that were read by nobody are the maker's still, each by
 * its number; one that turns up later is scanned in the same way. A card of another batch is taken in where it was found.
 */
export const checkCards = defineAction({
  name: 'cards.check-cards',
  summary: 'Check the received cards of a batch one by one',
  permission: 'cards:produce',
  input: z.object({ batch: z.string().max(20), scanned: Scanned, isEmpty: z.boolean() }),
  output: z.object({ checked: z.int(), left: z.int(), differences: Differences }),
  refusals: ['batch-unknown', 'batch-not-ready'],
  async run(context, { batch: number, scanned, isEmpty }) {
    const found = await batchIn(context, number, ['received', 'checked']);
    if (isRefusal(found)) return found;
    const { batch, cards } = found;
    const seen = await lockCards(context.tx, scanned);
    const books = new Map(seen.map((card) => [card.serial, { ...card, isExpected: card.batch_id === batch.id }]));
    const isBefore = (card: CardRow) => card.state === 'checked' && card.batch_id === batch.id;
    const again = new Set(seen.filter(isBefore).map((card) => card.serial));
    const count = countScanned(
      scanned.filter((serial) => !again.has(serial)),
      books,
      'check',
    );
    const arrived = seen.filter((card) => count.arrived.includes(card.serial));
    await pass(context, 'check', { cards: arrived, batch: batch.id });
    const waiting = cards.filter((card) => card.state === 'received' && !count.arrived.includes(card.serial));
    const missing = isEmpty ? waiting : [];
    const differences = [...count.differences, ...missing.map(({ serial }) => ({ serial, kind: 'missing' as const }))];
    const lot = { batch_id: batch.id, parcel_id: null, territory: batch.territory, place: '' };
    await keepCount(context, { arrived, differences }, lot);
    await endCheck(context, batch, { arrived, missing, isEmpty });
    return { checked: arrived.length, left: isEmpty ? 0 : waiting.length, differences };
  },
});

type Checked = { readonly arrived: readonly CardRow[]; readonly missing: readonly CardRow[]; readonly isEmpty: boolean };

async function endCheck(context: DeedContext, batch: BatchRow, { arrived, missing, isEmpty }: Checked): Promise<void> {
  await pass(context, 'missAtCheck', { cards: missing });
  const reason = missing.length > 0 ? { reason: `missing ${missing.map((card) => card.serial).join(' ')}`.slice(0, 2_000) } : {};
  await advance(context, batch, { state: isEmpty ? 'checked' : batch.state, cards: arrived, ...reason });
}
