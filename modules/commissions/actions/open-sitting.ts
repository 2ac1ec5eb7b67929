import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { hasVoice, isInForce } from '../model/members.ts';
import { quorumOf } from '../model/quorum.ts';
import { quorumRuleOf } from '../model/quorum-rule.ts';
import { insertPresence, listMembers, listMembersOfSitting } from '../store/members.ts';
import { moveSittings } from '../store/sittings.ts';
import type { MemberRow, SittingRow } from '../store/tables.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';
import { recuseFromOwnFamilies } from './own-families.ts';

/** Notes who is present, by their mandates, and opens the sitting, on its day, when enough institutions sit. */
export const openSitting = defineAction({
  name: 'commissions.open-sitting',
  summary: 'Note the members present and open the sitting',
  permission: 'commissions:hold',
  input: z.object({ sitting: z.uuid(), present: z.array(z.uuid()).max(30) }),
  output: z.object({ sitting: z.string(), present: z.int(), needed: z.int() }),
  refusals: [
    'sitting-not-found',
    'not-allowed',
    'agenda-not-frozen',
    'not-the-day',
    'member-unknown',
    'mandate-over',
    'quorum-not-reached',
  ],
  async run(context, { sitting: id, present }) {
    const held = await findSittingToHold(context, id, ['agenda_frozen']);
    if (isRefusal(held)) return held.refused === 'sitting-not-open' ? { ...held, refused: 'agenda-not-frozen' } : held;
    const { sitting } = held;
    if (sitting.held_on !== context.today.toString())
      return refuse('not-the-day', { place: 'sitting', facts: { day: sitting.held_on } });
    const members = await membersNamed(context, sitting, present);
    if (isRefusal(members)) return members;
    const seated = members.filter(hasVoice).map((member) => member.institution);
    const quorum = quorumOf(seated, quorumRuleOf(held.commission.kind, sitting.held_on));
    if (!quorum.reached)
      return refuse('quorum-not-reached', { place: 'present', facts: { present: quorum.present, needed: quorum.needed } });
    await noteArrivals(context, sitting, members);
    await recuseFromOwnFamilies(context, sitting, await listMembersOfSitting(context.tx, sitting));
    await moveSittings(context.tx, 'open', [id], { opened_at: context.now.toString() });
    context.journal({
      subject: `sitting:${id}`,
      territory: sitting.territory,
      after: digestOf({ sitting: id, present }),
      reason: `${quorum.present}/${quorum.needed}`,
    });
    return { sitting: id, present: quorum.present, needed: quorum.needed };
  },
});

async function membersNamed(
  { tx }: DeedContext,
  sitting: SittingRow,
  ids: readonly string[],
): Promise<MemberRow[] | Refusal<'member-unknown' | 'mandate-over'>> {
  const found = await listMembers(tx, ids);
  const members = found.filter((member) => member.commission_id === sitting.commission_id);
  if (members.length !== new Set(ids).size) return refuse('member-unknown', { place: 'present' });
  const over = members.find((member) => !isInForce(member, sitting.held_on));
  return over ? refuse('mandate-over', { place: 'present', facts: { name: over.name_fr } }) : members;
}

async function noteArrivals(context: DeedContext, sitting: SittingRow, members: readonly MemberRow[]): Promise<void> {
  const at = context.now.toString();
  await insertPresence(
    context.tx,
    members.map((member) => ({
      sitting_id: sitting.id,
      member_id: member.id,
      territory: sitting.territory,
      moved: 'arrived' as const,
      at,
      recorded_at: at,
      actor: context.actor.id,
    })),
  );
}
