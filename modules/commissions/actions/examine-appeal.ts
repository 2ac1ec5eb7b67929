import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { appealPassages } from '../model/appeal.ts';
import { findAppealForUpdate, updateAppeal } from '../store/appeals.ts';

/** Says whether the provincial commission will hear an appeal, with a reason its family reads. A late one may be admitted. */
export const examineAppeal = defineAction({
  name: 'commissions.examine-appeal',
  summary: 'Admit an appeal to the provincial commission, or not, with a reason',
  permission: 'commissions:examine-appeal',
  input: z.object({ appeal: z.uuid(), passage: z.enum(['admit', 'turn-down']), reason: z.string().trim().min(1).max(1_000) }),
  output: z.object({ number: z.string(), state: z.string() }),
  refusals: ['appeal-not-found', 'already-examined'],
  async run(context, { appeal: id, passage, reason }) {
    const appeal = await findAppealForUpdate(context.tx, id);
    if (!appeal) return refuse('appeal-not-found', { place: 'appeal' });
    const { from, to } = appealPassages[passage];
    const { number, application_id, territory } = appeal;
    if (appeal.state !== from) return refuse('already-examined', { place: 'appeal', facts: { number } });
    await updateAppeal(context.tx, id, { state: to, since: context.now.toString(), reason, actor: context.actor.id });
    context.journal({
      subject: `application:${application_id}`,
      territory,
      before: digestOf({ appeal: id, state: from }),
      after: digestOf({ appeal: id, state: to, reason }),
    });
    context.emit('commissions.appeal-examined', { appeal: id, application: application_id });
    return { number, state: to };
  },
});
