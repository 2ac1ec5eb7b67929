import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { awaitingSecond } from '../model/overrides.ts';
import { findMark } from '../store/pulse.ts';
import { listRulings } from '../store/rulings.ts';
import { findSitting } from '../store/sittings.ts';
import { Ground, Ruling } from './full-sitting.ts';
import { presenceIn } from './presence-in.ts';
import { readRoom } from './read-room.ts';
import { toRuling } from './to-full-file.ts';

const Presence = z.object({ id: z.string(), presence: z.enum(['present', 'left', 'absent']), since: z.string().optional() });

/**
 * What was done in a sitting up to now, without the files themselves: for screens that have read them once and are told by `commissions.sitting-pulse`
 * that something was done since. It shows no family to anybody.
 */
export const sittingSoFar = defineQuery({
  name: 'commissions.sitting-so-far',
  summary: 'What was done in a sitting up to now: who is there, what is ruled',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid() }),
  output: z
    .object({
      mark: z.string(),
      now: z.string(),
      state: z.enum(['convened', 'agenda_frozen', 'open', 'sealed', 'validated']),
      openedAt: z.string().optional(),
      members: z.array(Presence),
      recused: z.array(z.object({ application: z.string(), member: z.string(), ground: Ground })),
      rulings: z.array(z.object({ application: z.string(), ruling: Ruling })),
    })
    .partial(),
  async run({ tx, now }, { sitting: id }) {
    const sitting = await findSitting(tx, id);
    if (!sitting) return {};
    const read = await readRoom(tx, sitting);
    const rows = (await listRulings(tx, id)).filter((row) => row.withdrawn_at === null);
    const waiting = new Set(awaitingSecond(rows, read.law.overridesBeforeSecond.value).map((row) => row.id));
    const presence = presenceIn(read, sitting.sealed_at ?? now.toString());
    return {
      ...{ mark: await findMark(tx, id), now: now.toString(), state: sitting.state },
      ...(sitting.opened_at === null ? {} : { openedAt: sitting.opened_at }),
      members: read.members.map((row) => ({ id: row.id, ...presence(row.id) })),
      recused: read.recusals.map(({ application_id: application, member_id: member, ground }) => ({
        application,
        member,
        ground,
      })),
      rulings: rows.map((row) => ({ application: row.application_id, ruling: toRuling(row, waiting.has(row.id)) })),
    };
  },
});
