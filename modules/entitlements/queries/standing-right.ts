import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { normaliseTyped } from '#platform/numbers';
import { answerStates, nextSteps } from '../model/right-answer.ts';
import { answerAll } from './answer-all.ts';

const Standing = z.object({
  state: z.enum(answerStates),
  since: z.string().optional(),
  until: z.string().optional(),
  reason: z.string(),
  next: z.enum(nextSteps),
});

/**
 * How the right of a registered family stands today, by the same reckoning as the rights question: what the family's own pages tell of it. The
 * family reads of itself, so that no answer is noted, and nobody else asks.
 */
export const standingRight = defineQuery({
  name: 'entitlements.standing-right',
  summary: 'How the right of a registered family stands today, as the rights question answers it',
  permission: 'entitlements:read',
  input: z.object({ registration: z.string().max(40) }),
  output: z.object({ right: Standing.optional() }),
  internal: true,
  async run({ tx, now, today }, { registration }) {
    const wanted = [{ by: 'registration' as const, number: normaliseTyped(registration) }];
    const asking = { day: today.toString(), now: now.toString(), knownAt: undefined };
    const [answer] = await answerAll(tx, wanted, { ...asking, fields: ['period', 'reason', 'next'] });
    return answer && 'about' in answer ? { right: Standing.parse(answer) } : {};
  },
});
