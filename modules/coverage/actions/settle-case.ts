import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { decideSettle } from '../model/cover-case.ts';
import { takeCase } from '../store/cases.ts';
import { settle } from './settle.ts';

/**
 * Settles a contested case: which scheme stands, from which day, and why, in words for the family. Refuses whoever confirmed it, and a case
 * that is not contested.
 */
export const settleCase = defineAction({
  name: 'coverage.settle-case',
  summary: 'Settle a contested double registration: which scheme stands, from when',
  permission: 'coverage:judge-cases',
  input: z.object({
    case: z.uuid(),
    stands: z.enum(['ramed', 'other']),
    from: z.iso.date(),
    words: z.string().trim().min(3).max(500),
  }),
  output: z.object({ case: z.uuid() }),
  refusals: ['no-such-case', 'not-in-this-state', 'same-hand', 'day-outside'],
  async run(context, { case: id, stands, from, words }) {
    const row = await takeCase(context.tx, id);
    if (!row) return refuse('no-such-case', { place: 'case' });
    const today = context.today.toString();
    const against = decideSettle(row, { stands, from, today, by: context.actor.id });
    if (against === 'day-outside') return refuse(against, { place: 'from', facts: { first: row.fromDay, last: today } });
    if (against === 'same-hand') return refuse(against, { place: 'case' });
    if (against !== undefined) return refuse('not-in-this-state', { place: 'case' });
    await settle(context, row, { stands, from, reason: 'contested', words });
    return { case: id };
  },
});
