import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, refuse } from '#platform/refusals';
import { listMembersOfSitting } from '../store/members.ts';
import { insertRecusals, listRulings } from '../store/rulings.ts';
import { listAgenda } from '../store/sittings.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';

/** Takes a member who declares a conflict of interest out of one file, before it is ruled on: the member does not count for its quorum. */
export const declareConflict = defineAction({
  name: 'commissions.declare-conflict',
  summary: 'Take a member with a conflict of interest out of one file',
  permission: 'commissions:hold',
  input: z.object({
    sitting: z.uuid(),
    application: z.uuid(),
    member: z.uuid(),
    words: z.string().trim().min(1).max(1_000).optional(),
  }),
  output: z.object({ application: z.string(), member: z.string() }),
  refusals: ['sitting-not-found', 'not-allowed', 'sitting-not-open', 'not-on-agenda', 'member-unknown', 'already-decided'],
  async run(context, { sitting: id, application, member, words }) {
    const held = await findSittingToHold(context, id, ['agenda_frozen', 'open']);
    if (isRefusal(held)) return held;
    const { sitting } = held;
    const agenda = await listAgenda(context.tx, [id]);
    if (!agenda.some((item) => item.application_id === application)) return refuse('not-on-agenda', { place: 'application' });
    const members = await listMembersOfSitting(context.tx, sitting);
    if (!members.some((one) => one.id === member)) return refuse('member-unknown', { place: 'member' });
    const rulings = await listRulings(context.tx, id);
    if (rulings.some((row) => row.application_id === application && row.withdrawn_at === null))
      return refuse('already-decided', { place: 'application' });
    const { territory } = sitting;
    const at = context.now.toString();
    const recusal = { sitting_id: id, application_id: application, member_id: member, territory, ground: 'declared' as const };
    await insertRecusals(context.tx, [{ ...recusal, words: words ?? null, at, actor: context.actor.id }]);
    context.journal({
      subject: `application:${application}`,
      territory,
      after: digestOf({ sitting: id, application, member, ground: 'declared' }),
    });
    return { application, member };
  },
});
