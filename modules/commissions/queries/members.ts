import { z } from 'zod';
import { historyOf, lawAt } from '#law';
import { loginsOf } from '#modules/staff';
import { defineQuery } from '#platform/actions';
import { institutions, isInForce, type Seated, seats } from '../model/members.ts';
import { listMembersFrom, listMembersOn } from '../store/members.ts';
import { findCommission } from '../store/sittings.ts';
import type { MemberRow } from '../store/tables.ts';

const Member = z.object({
  id: z.string(),
  institution: z.enum(institutions),
  seat: z.enum(seats),
  nameFr: z.string(),
  nameAr: z.string(),
  hasAccount: z.boolean(),
  /** Of the account the member signs with. */
  login: z.string().optional(),
  from: z.string(),
  until: z.string().optional(),
});

/**
 * Who sits on a commission on a day, by institution: the members whose mandates are in force; `later`: those who take a seat after that day as
 * well. `vacant` tells which institutions nobody represents then as chair or titular member.
 */
export const membersOfCommission = defineQuery({
  name: 'commissions.members-of-commission',
  summary: 'Who sits on a commission on a day, by institution',
  permission: 'commissions:read',
  input: z.object({
    kind: z.enum(['cpl', 'cpp']).default('cpl'),
    territory: z.string(),
    on: z.iso.date().optional(),
    later: z.boolean().default(false),
  }),
  output: z.object({ members: z.array(Member), vacant: z.array(z.enum(institutions)) }),
  async run({ tx, today }, { on = today.toString(), later, ...name }) {
    const commission = await findCommission(tx, name);
    const list = later ? listMembersFrom : listMembersOn;
    const rows = commission === undefined ? [] : await list(tx, commission, on);
    const logins = await loginsOf(
      tx,
      rows.flatMap(({ agent_id }) => agent_id ?? []),
    );
    const held = new Set(rows.filter((row) => isPrincipal(row) && isInForce(row, on)).map(({ institution }) => institution));
    return {
      vacant: institutionsOn(on).filter((institution) => !held.has(institution)),
      members: rows.map((row) => ({
        id: row.id,
        institution: row.institution,
        seat: row.seat,
        nameFr: row.name_fr,
        nameAr: row.name_ar,
        hasAccount: row.agent_id !== null,
        ...loginOf(row, logins),
        from: row.held_from,
        ...(row.held_to === null ? {} : { until: row.held_to }),
      })),
    };
  },
});

function loginOf({ agent_id }: MemberRow, logins: ReadonlyMap<string, string>) {
  const login = agent_id === null ? undefined : logins.get(agent_id);
  return login === undefined ? {} : { login };
}

/** Before the law nobody had a seat to leave vacant. */
function institutionsOn(day: string) {
  const [first] = historyOf('commissions.institutions');
  return first && first.from <= day ? lawAt(day).commissions.institutions.value : [];
}

function isPrincipal({ seat }: Seated): boolean {
  return seat === 'chair' || seat === 'titular';
}
