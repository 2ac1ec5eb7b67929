import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, refuse } from '#platform/refusals';
import { findAppealDecision, withdrawAppealDecision } from '../store/appeal-decisions.ts';
import { findHearingToHold } from './find-sitting-to-hold.ts';

/** Takes back what was ruled on an appeal while the sitting is open: it can be ruled on anew, and what was taken back stays in the books. */
export const undoAppealDecision = defineAction({
  name: 'commissions.undo-appeal-decision',
  summary: 'Take back what was ruled on an appeal, while the sitting is open',
  permission: 'commissions:hear-appeals',
  input: z.object({ sitting: z.uuid(), decision: z.uuid() }),
  output: z.object({ decision: z.string() }),
  refusals: ['sitting-not-found', 'sitting-not-open', 'not-withdrawable'],
  async run(context, { sitting: id, decision: ruled }) {
    const held = await findHearingToHold(context, id);
    if (isRefusal(held)) return held;
    const decision = await findAppealDecision(context.tx, ruled);
    if (decision?.sitting_id !== id || decision.withdrawn_at !== null) return refuse('not-withdrawable', { place: 'decision' });
    await withdrawAppealDecision(context.tx, ruled, { at: context.now.toString(), actor: context.actor.id });
    const { appeal_id: appeal, outcome, territory } = decision;
    context.journal({
      subject: `sitting:${id}`,
      territory,
      before: digestOf({ appeal, ruling: ruled, outcome }),
      after: digestOf({ appeal, ruling: ruled, withdrawn: true }),
    });
    return { decision: ruled };
  },
});
