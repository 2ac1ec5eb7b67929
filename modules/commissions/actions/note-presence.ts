import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { isInForce } from '../model/members.ts';
import { freeMoment, inTheRoom, type Movement, withinSitting } from '../model/presence.ts';
import { quorumOn } from '../model/room.ts';
import { readRoom } from '../queries/read-room.ts';
import { insertPresence } from '../store/members.ts';
import type { MemberRow, PresenceRow, SittingRow } from '../store/tables.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';
import { recuseFromOwnFamilies } from './own-families.ts';

const Move = z.object({ member: z.uuid(), moved: z.enum(['arrived', 'left']), at: z.iso.datetime({ offset: true }) });
type Move = z.output<typeof Move>;

/**
 * Notes that members of the commission came in or left while it sits, a substitute for whoever left too, and says what that makes of the quorum. Who is
 * in the room already has not arrived again: that changes nothing.
 */
export const notePresence = defineAction({
  name: 'commissions.note-presence',
  summary: 'Note members who come in or leave while the commission sits',
  permission: 'commissions:hold',
  input: z.object({ sitting: z.uuid(), moves: z.array(Move).min(1).max(60) }),
  output: z.object({
    present: z.int(),
    needed: z.int(),
    reached: z.boolean(),
    absent: z.array(z.string()),
    inTheRoom: z.array(z.string()),
  }),
  refusals: ['sitting-not-found', 'not-allowed', 'sitting-not-open', 'member-unknown', 'mandate-over'],
  async run(context, { sitting: id, moves }) {
    const held = await findSittingToHold(context, id);
    if (isRefusal(held)) return held;
    const { sitting } = held;
    const { room, members } = await readRoom(context.tx, sitting);
    const known = new Map(members.map((member) => [member.id, member]));
    const refused = moves.map((move, index) => refuseMove(known.get(move.member), sitting, move, index)).find(isRefusal);
    if (refused) return refused;
    const by = { openedAt: sitting.opened_at ?? context.now.toString(), now: context.now.toString(), actor: context.actor.id };
    const movements = toMovements(sitting, moves, { before: room.movements, by });
    if (movements.length > 0) await insertPresence(context.tx, movements);
    const came = new Set(movements.filter((row) => row.moved === 'arrived').map((row) => row.member_id));
    await recuseFromOwnFamilies(
      context,
      sitting,
      members.filter((member) => came.has(member.id)),
    );
    const noted = movements.map(({ member_id, moved, at }) => ({ member: member_id, moved, at }));
    context.journal({ subject: `sitting:${id}`, territory: sitting.territory, after: digestOf({ sitting: id, moves: noted }) });
    const after = { ...room, movements: [...room.movements, ...movements] };
    const { present, needed, reached, absent } = quorumOn(after, undefined, by.now);
    return { present, needed, reached, absent: [...absent], inTheRoom: [...inTheRoom(after.movements, by.now)] };
  },
});

/** Whoever has no mandate any more does not come in, but may leave. */
function refuseMove(
  member: MemberRow | undefined,
  sitting: SittingRow,
  { moved }: Move,
  index: number,
): Refusal<'member-unknown' | 'mandate-over'> | undefined {
  const place = `moves[${index}].member`;
  if (!member) return refuse('member-unknown', { place });
  if (moved === 'left' || isInForce(member, sitting.held_on)) return undefined;
  return refuse('mandate-over', { place, facts: { name: member.name_fr } });
}

type Noting = {
  readonly before: readonly Movement[];
  readonly by: { readonly openedAt: string; readonly now: string; readonly actor: string };
};

/** The moves that change who is in the room, each after the ones before it. */
function toMovements(sitting: SittingRow, moves: readonly Move[], { before, by }: Noting): PresenceRow[] {
  const noted: PresenceRow[] = [];
  for (const { member, moved, at: told } of moves) {
    const known = before.concat(noted);
    const moment = withinSitting(told, by);
    if (inTheRoom(known, moment).has(member) === (moved === 'arrived')) continue;
    const at = freeMoment(known, member, moment);
    const { id: sitting_id, territory } = sitting;
    noted.push({ sitting_id, member_id: member, territory, moved, at, recorded_at: by.now, actor: by.actor });
  }
  return noted;
}
