import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { decideAnswer } from '../model/cover-case.ts';
import { takeCase } from '../store/cases.ts';
import { passCase } from './of-case.ts';

export const LONGEST_ANSWER = 2_000;

/**
 * Keeps what the family says of a double registration: that it is so, or that it is not, in its words. While it is asked that is its answer;
 * after a confirmation it contests it, or accepts it. At the counter, or by the family itself. Refuses a case of another request, an
 * answer that nobody waits for, and an objection without a word.
 */
export const answerCase = defineAction({
  name: 'coverage.answer-case',
  summary: 'Keep what a family says of its double registration',
  permission: 'coverage:answer-cases',
  input: z.object({
    application: z.uuid(),
    case: z.uuid(),
    answer: z.enum(['accepts', 'contests']),
    words: z.string().trim().max(LONGEST_ANSWER).optional(),
  }),
  output: z.object({ became: z.enum(['answered', 'contested']) }),
  refusals: ['no-such-case', 'nothing-to-answer', 'words-missing'],
  async run(context, { application, case: id, answer, words }) {
    const row = await takeCase(context.tx, id);
    if (row?.requestId !== application) return refuse('no-such-case', { place: 'case' });
    const becomes = decideAnswer(row, answer, context.today.toString());
    if (becomes !== 'answer' && becomes !== 'contest') return refuse('nothing-to-answer', { place: 'case' });
    if (answer === 'contests' && !words) return refuse('words-missing', { place: 'words' });
    const said = { reason: answer, words: words === '' ? undefined : words };
    if (becomes === 'answer') {
      await passCase(context, row, { answer }, { passage: 'answer', ...said });
      return { became: 'answered' as const };
    }
    await passCase(context, row, { state: 'contested', answer }, { passage: 'contest', ...said });
    return { became: 'contested' as const };
  },
});
