import { z } from 'zod';
import { namePairsOf } from '#modules/registry';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import type { ReadCover, RefusedLine } from '../gateway/lists/index.ts';
import { getListForUpdate, type HeardCover, insertLines } from '../store/lists.ts';

/**
 * Stores the next lines of a list, each as it was read or refused. How far the reading came is committed with them, so that a reading cut at
 * any moment goes on where it was.
 */
export const takeLines = defineAction({
  name: 'coverage.take-lines',
  summary: 'Store the next lines of an insurer’s list',
  permission: 'system:coverage',
  input: z.object({
    list: z.uuid(),
    first: z.int(),
    next: z.int(),
    covers: z.custom<readonly ReadCover[]>(Array.isArray),
    refused: z.custom<readonly RefusedLine[]>(Array.isArray),
  }),
  output: z.object({ covers: z.int(), refused: z.int() }),
  refusals: ['lines-out-of-order'],
  internal: true,
  // The lines follow from the file: digesting them anew would cost more than storing them.
  identity: ({ list, first, next }) => ({ list, first, next }),
  async run(context, { list: id, first, ...block }) {
    const list = await getListForUpdate(context.tx, id);
    if (list.nextOrdinal !== first) return refuse('lines-out-of-order', { facts: { expected: list.nextOrdinal } });
    await insertLines(context.tx, id, { ...block, covers: block.covers.map(hear) });
    context.journal({ subject: `cover-list:${id}`, territory: '', after: digestOf({ list: id, next: block.next }) });
    return { covers: block.covers.length, refused: block.refused.length };
  },
});

function hear(cover: ReadCover): HeardCover {
  return { ...cover, namePairs: cover.name ? namePairsOf({ fr: cover.name }) : null };
}
