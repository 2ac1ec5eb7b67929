import { z } from 'zod';
import { lawAt } from '#law';
import { findAgentAtPost } from '#modules/staff';
import { findCommune, findProvince } from '#modules/territory';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { covers } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { decideMandate, institutions, seats } from '../model/members.ts';
import { insertMembers, listMembersFrom, lockCommission } from '../store/members.ts';
import { ensureCommission } from '../store/sittings.ts';

const Mandate = z.object({
  commission: z.object({ kind: z.enum(['cpl', 'cpp']), territory: z.string() }),
  institution: z.enum(institutions),
  seat: z.enum(seats),
  nameFr: z.string().trim().min(1).max(160),
  nameAr: z.string().trim().min(1).max(160),
  /** Without an account the member signs on paper. */
  login: z.string().trim().toLowerCase().min(1).max(80).optional(),
  cnie: z.string().trim().toUpperCase().min(1).max(20).optional(),
  from: z.iso.date().optional(),
});
type Mandate = z.output<typeof Mandate>;

/**
 * Names a member of a commission for an institution, from a day until the mandate is ended. Refused for oneself, for somebody who sits there
 * already, on a seat that is taken, and for an account that holds no post of a member of that commission.
 */
export const seatMember = defineAction({
  name: 'commissions.seat-member',
  summary: 'Name a member of a commission for an institution',
  permission: 'commissions:seat-members',
  input: Mandate,
  output: z.object({ member: z.string(), from: z.string() }),
  refusals: [
    'commune-unknown',
    'not-allowed',
    'day-past',
    'not-of-commission',
    'not-for-oneself',
    'seat-taken',
    'seated-already',
    'chair-elsewhere',
  ],
  async run(context, mandate) {
    const from = mandate.from ?? context.today.toString();
    const refused = refuseUnlessOurs(context, mandate, from);
    if (refused) return refused;
    const agent = await agentOf(context, mandate, from);
    if (isRefusal(agent)) return agent;
    const { territory } = mandate.commission;
    const commission = await ensureCommission(context.tx, mandate.commission);
    await lockCommission(context.tx, commission);
    const { institution, seat, nameFr, nameAr, cnie } = mandate;
    const added = { institution, seat, name_fr: nameFr, name_ar: nameAr, agent_id: agent, cnie: cnie ?? null, held_from: from };
    const chair = lawAt(from).commissions.chair.value;
    const unfit = decideMandate(await listMembersFrom(context.tx, commission, from), added, chair);
    if (unfit) return unfit;
    const id = newId();
    const row = { ...added, id, commission_id: commission, territory, held_to: null, actor: context.actor.id };
    await insertMembers(context.tx, [row]);
    context.journal({ subject: `commission:${commission}`, territory, after: digestOf({ member: id, ...added }) });
    return { member: id, from };
  },
});

function refuseUnlessOurs({ actor, today }: DeedContext, { commission }: Mandate, from: string): Refusal | undefined {
  const { kind, territory } = commission;
  const isKnown = kind === 'cpl' ? findCommune(territory) : findProvince(territory);
  if (!isKnown) return refuse('commune-unknown', { place: 'commission.territory', facts: { territory } });
  if (!covers(actor, territory)) return refuse('not-allowed', { place: 'commission.territory' });
  return from < today.toString() ? refuse('day-past', { place: 'from', facts: { day: from } }) : undefined;
}

/** The account the member will sign with: of somebody who holds the post of a member, or of a secretary, there on that day. */
async function agentOf(
  { tx, actor }: DeedContext,
  { login, seat, commission }: Mandate,
  from: string,
): Promise<string | null | Refusal> {
  if (login === undefined) return null;
  const { kind, territory } = commission;
  const secretary = kind === 'cpl' ? 'commission-secretary' : 'appeals-secretary';
  const role = seat === 'secretary' ? secretary : 'commission-member';
  const agent = await findAgentAtPost(tx, { login, role, territory, day: toDate(from) });
  if (!agent) return refuse('not-of-commission', { place: 'login', facts: { login } });
  const own = [actor.id, actor.actingFor].includes(`agent:${agent.id}`);
  return own ? refuse('not-for-oneself', { place: 'login' }) : agent.id;
}
