import { z } from 'zod';
import { historyOf, lawAt } from '#law';
import { findAgentsByLogin } from '#modules/staff';
import { findCommune, findProvince } from '#modules/territory';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { covers } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { decideSeating, institutions, seats } from '../model/members.ts';
import { insertMembers, listMembersOn } from '../store/members.ts';
import { ensureCommission } from '../store/sittings.ts';
import type { MemberRow } from '../store/tables.ts';

const Member = z.object({
  institution: z.enum(institutions),
  seat: z.enum(seats),
  nameFr: z.string().trim().min(1).max(160),
  nameAr: z.string().trim().min(1).max(160),
  login: z.string().max(80).optional(),
  cnie: z.string().trim().toUpperCase().max(20).optional(),
});

const Seating = z.object({
  commission: z.object({ kind: z.enum(['cpl', 'cpp']), territory: z.string() }),
  members: z.array(Member).min(1).max(30),
  from: z.iso.date().optional(),
});

/** Names who sits on a commission and for which institution, from a day on: all of them or none. */
export const seatCommission = defineAction({
  name: 'commissions.seat-commission',
  summary: 'Name the members of a commission, for their institutions',
  permission: 'commissions:seat-members',
  input: Seating,
  output: z.object({ members: z.array(z.string()) }),
  refusals: ['commune-unknown', 'before-the-law', 'not-allowed', 'login-unknown', 'seat-taken', 'chair-elsewhere'],
  async run(context, seating) {
    const { kind, territory } = seating.commission;
    const isKnown = kind === 'cpl' ? findCommune(territory) : findProvince(territory);
    if (!isKnown) return refuse('commune-unknown', { place: 'commission.territory', facts: { territory } });
    if (!covers(context.actor, territory)) return refuse('not-allowed', { place: 'commission.territory' });
    const from = seating.from ?? context.today.toString();
    const [first] = historyOf('commissions.chair');
    if (first && from < first.from) return refuse('before-the-law', { place: 'from', facts: { first: first.from } });
    const commission = await ensureCommission(context.tx, seating.commission);
    const law = lawAt(from).commissions;
    const refused = decideSeating(await listMembersOn(context.tx, commission, from), seating.members, law.chair.value);
    if (refused) return refused;
    const rows = await toRows(context, seating, { commission, from });
    if (isRefusal(rows)) return rows;
    await insertMembers(context.tx, rows);
    context.journal({
      subject: `commission:${commission}`,
      territory,
      after: digestOf({ commission, from, members: seating.members }),
    });
    return { members: rows.map((row) => row.id) };
  },
});

async function toRows(
  context: DeedContext,
  { commission: { territory }, members }: z.output<typeof Seating>,
  { commission, from }: { readonly commission: string; readonly from: string },
): Promise<MemberRow[] | Refusal<'login-unknown'>> {
  const logins = members.flatMap(({ login }) => (login === undefined ? [] : [login]));
  const agents = new Map((await findAgentsByLogin(context.tx, logins)).map((agent) => [agent.login, agent.id]));
  const stranger = members.findIndex(({ login }) => login !== undefined && !agents.has(login));
  if (stranger >= 0) return refuse('login-unknown', { place: `members[${stranger}].login` });
  return members.map(({ institution, seat, nameFr, nameAr, login, cnie }) => ({
    id: newId(),
    commission_id: commission,
    territory,
    institution,
    seat,
    name_fr: nameFr,
    name_ar: nameAr,
    agent_id: login === undefined ? null : (agents.get(login) ?? null),
    cnie: cnie ?? null,
    held_from: from,
    held_to: null,
    actor: context.actor.id,
  }));
}
