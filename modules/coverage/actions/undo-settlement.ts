import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { decideUndo } from '../model/cover-case.ts';
import { isHeld, takeCase } from '../store/cases.ts';
import { undoSettlements } from './end-cases.ts';
import { passCase } from './of-case.ts';

/**
 * Takes back a settlement for the other scheme, with the reason in words: the member has its part in the family's rights again, as it was, and the
 * case is contested until another hand than the one that confirmed it settles it anew. Refuses what is not settled so, and a request that was
 * closed for it before registration.
 */
export const undoSettlement = defineAction({
  name: 'coverage.undo-settlement',
  summary: 'Take back a settlement for the other scheme: the member’s rights come back, the case is contested',
  permission: 'coverage:judge-cases',
  input: z.object({ case: z.uuid(), words: z.string().trim().min(3).max(500) }),
  output: z.object({ case: z.uuid() }),
  refusals: ['no-such-case', 'not-in-this-state', 'request-closed'],
  async run(context, { case: id, words }) {
    const row = await takeCase(context.tx, id);
    if (!row) return refuse('no-such-case', { place: 'case' });
    const against = decideUndo({ ...row, isHeld: await isHeld(context.tx, row.requestId) });
    if (against === 'request-closed') return refuse(against, { place: 'case' });
    if (against !== undefined) return refuse('not-in-this-state', { place: 'case' });
    await passCase(context, row, { state: 'contested', stands: null, standsFrom: null }, { passage: 'undo', words });
    undoSettlements(context, [row]);
    return { case: id };
  },
});
