import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { appealPassages, mayPass } from '../model/appeal.ts';
import { actedFirst } from '../model/first-deciders.ts';
import { findAppealForUpdate, moveAppeals } from '../store/appeals.ts';
import { findFirstDeciders } from '../store/first-deciders.ts';

/**
 * Says whether the provincial commission will hear an appeal, with a reason its family reads. A late one may be admitted. Whoever had a hand
 * in the first decision does not say it.
 */
export const examineAppeal = defineAction({
  name: 'commissions.examine-appeal',
  summary: 'Admit an appeal to the provincial commission, or not, with a reason',
  permission: 'commissions:examine-appeal',
  input: z.object({ appeal: z.uuid(), passage: z.enum(['admit', 'turn-down']), reason: z.string().trim().min(1).max(1_000) }),
  output: z.object({ number: z.string(), state: z.string() }),
  refusals: ['appeal-not-found', 'already-examined', 'decided-first'],
  async run(context, { appeal: id, passage, reason }) {
    const appeal = await findAppealForUpdate(context.tx, id);
    if (!appeal) return refuse('appeal-not-found', { place: 'appeal' });
    const { number, application_id, territory, state } = appeal;
    if (!mayPass(passage, state)) return refuse('already-examined', { place: 'appeal', facts: { number } });
    if (actedFirst(context.actor.id, await findFirstDeciders(context.tx, appeal)))
      return refuse('decided-first', { place: 'appeal', facts: { number } });
    const { to } = appealPassages[passage];
    const change = { reason, actor: context.actor.id };
    await moveAppeals(context.tx, passage, { ids: [id], at: context.now.toString(), change });
    context.journal({
      subject: `application:${application_id}`,
      territory,
      before: digestOf({ appeal: id, state }),
      after: digestOf({ appeal: id, state: to, reason }),
    });
    context.emit('commissions.appeal-examined', { appeal: id, application: application_id });
    return { number, state: to };
  },
});
