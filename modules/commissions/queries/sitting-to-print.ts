import { z } from 'zod';
import { listFilesInBrief, longestStands } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { toIsoDate } from '#platform/dates';
import { institutions, seats } from '../model/members.ts';
import { listMembersOn, listPresence } from '../store/members.ts';
import { listSignatures } from '../store/signatures.ts';
import { findKindOfCommission, findSitting, listAgenda } from '../store/sittings.ts';
import type { SittingRow } from '../store/tables.ts';

const Name = z.object({ family: z.string(), given: z.string() });

const Member = z.object({
  institution: z.enum(institutions),
  seat: z.enum(seats),
  name: z.object({ fr: z.string(), ar: z.string() }),
  hasSat: z.boolean(),
  signed: z.object({ way: z.enum(['second-factor', 'paper']), at: z.string() }).optional(),
});

const File = z.object({
  position: z.int(),
  number: z.string(),
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
  filedOn: z.string(),
  why: z.string().optional(),
  /** Of a late file: where it stood longest since it was filed. */
  stood: z.object({ state: z.string(), days: z.int() }).optional(),
  proposal: z.enum(['poor', 'vulnerable', 'not_eligible']),
});

const Sitting = z.object({
  number: z.string(),
  kind: z.enum(['cpl', 'cpp']),
  territory: z.string(),
  heldOn: z.string(),
  startsAt: z.string().optional(),
  place: z.object({ fr: z.string(), ar: z.string() }),
  digest: z.string().optional(),
  members: z.array(Member),
  files: z.array(File),
});

/** A sitting as its agenda, its convocations and its signature sheet print it, as things stand now. */
export const sittingToPrint = defineQuery({
  name: 'commissions.sitting-to-print',
  summary: 'A sitting with its members and its agenda, for the papers printed of it',
  permission: 'commissions:read',
  internal: true,
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ sitting: Sitting.optional() }),
  async run({ tx, now }, { sitting: id }) {
    const sitting = await findSitting(tx, id);
    if (!sitting) return {};
    return {
      sitting: {
        ...{ number: sitting.number, territory: sitting.territory, heldOn: sitting.held_on },
        kind: await findKindOfCommission(tx, sitting.commission_id),
        ...(sitting.starts_at === null ? {} : { startsAt: sitting.starts_at }),
        place: { fr: sitting.place_fr ?? '', ar: sitting.place_ar ?? '' },
        ...(sitting.minutes_digest === null ? {} : { digest: sitting.minutes_digest }),
        members: await membersOf(tx, sitting),
        files: await filesOf(tx, sitting.id, now.toString()),
      },
    };
  },
});

async function membersOf(tx: Tx, sitting: SittingRow): Promise<z.input<typeof Member>[]> {
  const members = await listMembersOn(tx, sitting.commission_id, sitting.held_on);
  const sat = new Set((await listPresence(tx, sitting.id)).map((moved) => moved.member_id));
  const signatures = new Map((await listSignatures(tx, sitting)).map((signature) => [signature.member_id, signature]));
  return members.map(({ id, institution, seat, name_fr: fr, name_ar: ar }) => {
    const { way, at } = signatures.get(id) ?? {};
    return { institution, seat, name: { fr, ar }, hasSat: sat.has(id), ...(way && at ? { signed: { way, at } } : {}) };
  });
}

async function filesOf(tx: Tx, sitting: string, now: string): Promise<z.input<typeof File>[]> {
  const agenda = await listAgenda(tx, [sitting]);
  const applications = agenda.map((item) => item.application_id);
  const files = new Map((await listFilesInBrief(tx, applications)).map((file) => [file.id, file]));
  const late = agenda.filter(({ why }) => why === 'late').map((item) => item.application_id);
  const stands = await longestStands(tx, late, now);
  return agenda.flatMap(({ application_id, position, proposal, why }) => {
    const [file, stand] = [files.get(application_id), stands.get(application_id)];
    if (!file) return [];
    const { number, names, filedOn } = file;
    const explained = { ...(why === null ? {} : { why }), ...(stand ? { stood: { state: stand.state, days: stand.days } } : {}) };
    return [{ position, number, names, filedOn: toIsoDate(filedOn), proposal, ...explained }];
  });
}
