import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, refuse } from '#platform/refusals';
import { listRulingsById, withdrawRuling } from '../store/rulings.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';

/** Takes back a ruling of a sitting that is still open: it stays in the books as withdrawn, and the file can be ruled on again. */
export const undoDecision = defineAction({
  name: 'commissions.undo-decision',
  summary: 'Take back what was ruled on a file while the sitting is open',
  permission: 'commissions:record',
  input: z.object({ sitting: z.uuid(), ruling: z.uuid() }),
  output: z.object({ ruling: z.string(), application: z.string() }),
  refusals: ['sitting-not-found', 'not-allowed', 'sitting-not-open', 'not-withdrawable'],
  async run(context, { sitting: id, ruling }) {
    const held = await findSittingToHold(context, id);
    if (isRefusal(held)) return held;
    const [found] = await listRulingsById(context.tx, [ruling]);
    if (found?.sitting_id !== id || found.withdrawn_at !== null) return refuse('not-withdrawable', { place: 'ruling' });
    await withdrawRuling(context.tx, ruling, { at: context.now.toString(), actor: context.actor.id });
    const { application_id, territory, outcome } = found;
    context.journal({
      subject: `application:${application_id}`,
      territory,
      before: digestOf({ ruling, outcome }),
      after: digestOf({ ruling, withdrawn: true }),
    });
    return { ruling, application: application_id };
  },
});
