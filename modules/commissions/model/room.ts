import { hasVoice, type Seat } from './members.ts';
import { inTheRoom, type Movement, toMs } from './presence.ts';
import { type Institution, type QuorumRule, type QuorumState, quorumOf } from './quorum.ts';

export type InRoom = { readonly id: string; readonly institution: Institution; readonly seat: Seat };
export type Recused = { readonly application_id: string; readonly member_id: string };

/** A sitting as the books tell it: who may sit, who came and left, who does not rule on which file, and the quorum of the day. */
export type Room = {
  readonly members: ReadonlyMap<string, InRoom>;
  readonly movements: readonly Movement[];
  readonly recusals: readonly Recused[];
  readonly rule: QuorumRule;
};

/** Who can rule on a file at a moment: in the room, with a voice, and not recused from it. */
export function voicesOn(room: Room, application: string | undefined, moment: string): readonly InRoom[] {
  const recused = new Set(room.recusals.filter((one) => one.application_id === application).map((one) => one.member_id));
  return [...inTheRoom(room.movements, moment)].flatMap((id) => {
    const member = room.members.get(id);
    return member && hasVoice(member) && !recused.has(id) ? [member] : [];
  });
}

/** The quorum of one file at a moment; without a file, that of the sitting. */
export function quorumOn(room: Room, application: string | undefined, moment: string): QuorumState {
  return quorumOf(
    voicesOn(room, application, moment).map((member) => member.institution),
    room.rule,
  );
}

/** The room by what was known of it at a moment: an arrival or a departure that was noted later is not in it. */
export function knownAt(room: Room, moment: string): Room {
  return { ...room, movements: room.movements.filter(({ recorded_at }) => toMs(recorded_at) <= toMs(moment)) };
}
