import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { institutions, seats } from '../model/members.ts';
import { listMembersOn } from '../store/members.ts';
import { findCommission } from '../store/sittings.ts';

const Member = z.object({
  id: z.string(),
  institution: z.enum(institutions),
  seat: z.enum(seats),
  nameFr: z.string(),
  nameAr: z.string(),
  hasAccount: z.boolean(),
  from: z.string(),
  until: z.string().optional(),
});

/** Who sits on a commission on a day, by institution: the members whose mandates are in force. */
export const membersOfCommission = defineQuery({
  name: 'commissions.members-of-commission',
  summary: 'Who sits on a commission on a day, by institution',
  permission: 'commissions:read',
  input: z.object({ kind: z.enum(['cpl', 'cpp']).default('cpl'), territory: z.string(), on: z.iso.date().optional() }),
  output: z.object({ members: z.array(Member) }),
  async run({ tx, today }, { on, ...name }) {
    const commission = await findCommission(tx, name);
    const rows = commission === undefined ? [] : await listMembersOn(tx, commission, on ?? today.toString());
    return {
      members: rows.map((row) => ({
        id: row.id,
        institution: row.institution,
        seat: row.seat,
        nameFr: row.name_fr,
        nameAr: row.name_ar,
        hasAccount: row.agent_id !== null,
        from: row.held_from,
        ...(row.held_to === null ? {} : { until: row.held_to }),
      })),
    };
  },
});
