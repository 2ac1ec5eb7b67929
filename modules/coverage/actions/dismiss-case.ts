import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { dismissReasons, isPassable } from '../model/cover-case.ts';
import { takeCase } from '../store/cases.ts';
import { letGo } from './end-cases.ts';
import { passCase } from './of-case.ts';

/**
 * Sets a suspicion aside, for the family: at any moment before a decision, since nobody has to answer what is in their favour. A family that
 * was held for it alone goes on to registration. Refuses a case that is decided.
 */
export const dismissCase = defineAction({
  name: 'coverage.dismiss-case',
  summary: 'Set a suspected double registration aside',
  permission: 'coverage:judge-cases',
  input: z.object({ case: z.uuid(), reason: z.enum(dismissReasons), note: z.string().trim().max(500).optional() }),
  output: z.object({ case: z.uuid() }),
  refusals: ['no-such-case', 'not-in-this-state'],
  async run(context, { case: id, reason, note }) {
    const row = await takeCase(context.tx, id);
    if (!row) return refuse('no-such-case', { place: 'case' });
    if (!isPassable(row, 'dismiss')) return refuse('not-in-this-state', { place: 'case' });
    await passCase(context, row, { state: 'dismissed' }, { passage: 'dismiss', reason, words: note });
    await letGo(context, [row.requestId]);
    return { case: id };
  },
});
