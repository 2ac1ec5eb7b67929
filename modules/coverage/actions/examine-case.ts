import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { addDays } from '#platform/dates';
import { refuse } from '#platform/refusals';
import { isPassable } from '../model/cover-case.ts';
import { takeCase } from '../store/cases.ts';
import { passCase } from './of-case.ts';

/**
 * Takes up a suspected double registration: the family is told what was found and until which day it may answer. Refuses one that is not
 * suspected any more.
 */
export const examineCase = defineAction({
  name: 'coverage.examine-case',
  summary: 'Take up a suspected double registration and ask the family',
  permission: 'coverage:judge-cases',
  input: z.object({ case: z.uuid() }),
  output: z.object({ answerUntil: z.string() }),
  refusals: ['no-such-case', 'not-in-this-state'],
  async run(context, { case: id }) {
    const row = await takeCase(context.tx, id);
    if (!row) return refuse('no-such-case', { place: 'case' });
    if (!isPassable(row, 'examine')) return refuse('not-in-this-state', { place: 'case' });
    const answerUntil = addDays(context.today, lawAt(context.today.toString()).coverage.answerDays.value).toString();
    await passCase(context, row, { state: 'to_review', answerUntil }, { passage: 'examine', day: answerUntil });
    context.emit('coverage.family-asked', { applications: [row.requestId], until: answerUntil });
    return { answerUntil };
  },
});
