import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { isRefusal, refuse } from '#platform/refusals';
import { listStandingDecisions } from '../store/appeal-decisions.ts';
import { listAppealItems, listAppealsByIds } from '../store/appeals.ts';
import { listMembersOfSitting } from '../store/members.ts';
import { insertRecusals, listRulings } from '../store/rulings.ts';
import { listAgenda } from '../store/sittings.ts';
import { findSittingToHold, type HeldSitting } from './find-sitting-to-hold.ts';

/**
 * Takes a member who declares a conflict of interest out of one file, or of one appeal, before it is ruled on: the member does not count for its
 * quorum.
 */
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
    const heard = await filesHeard(context.tx, held);
    if (!heard.listed.has(application)) return refuse('not-on-agenda', { place: 'application' });
    const members = await listMembersOfSitting(context.tx, sitting);
    if (!members.some((one) => one.id === member)) return refuse('member-unknown', { place: 'member' });
    if (heard.ruled.has(application)) return refuse('already-decided', { place: 'application' });
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

/** The files that a sitting is about, and those that it has ruled on: of a provincial commission, the files whose appeals it hears. */
async function filesHeard(tx: Tx, { sitting: { id }, commission }: HeldSitting) {
  if (commission.kind === 'cpl') {
    const agenda = await listAgenda(tx, [id]);
    const rulings = (await listRulings(tx, id)).filter((row) => row.withdrawn_at === null);
    return { listed: filesOf(agenda), ruled: filesOf(rulings) };
  }
  const items = await listAppealItems(tx, id);
  const appeals = await listAppealsByIds(
    tx,
    items.map((item) => item.appeal_id),
  );
  const decided = new Set((await listStandingDecisions(tx, id)).map((decision) => decision.appeal_id));
  return { listed: filesOf(appeals), ruled: filesOf(appeals.filter((appeal) => decided.has(appeal.id))) };
}

function filesOf(rows: readonly { readonly application_id: string }[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.application_id));
}
