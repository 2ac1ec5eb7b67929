import { type Law, lawAt } from '#law';
import type { Tx } from '#platform/database';
import { isInForce } from '../model/members.ts';
import { type LawOn, quorumRuleOf } from '../model/quorum-rule.ts';
import type { Room } from '../model/room.ts';
import { listMembersOfSitting, listPresence } from '../store/members.ts';
import { listRecusals } from '../store/rulings.ts';
import { getCommission } from '../store/sittings.ts';
import type { MemberRow, PresenceRow, RecusalRow, SittingRow } from '../store/tables.ts';

export type RoomRead = {
  readonly room: Room;
  readonly members: readonly MemberRow[];
  readonly movements: readonly PresenceRow[];
  readonly recusals: readonly RecusalRow[];
  readonly law: Law['commissions'];
};

/** What the books tell of the room of a sitting. A mandate that is over has no voice, whoever sits there. */
export async function readRoom(tx: Tx, sitting: SittingRow, lawOn: LawOn = lawAt): Promise<RoomRead> {
  const members = await listMembersOfSitting(tx, sitting);
  const movements = await listPresence(tx, sitting.id);
  const recusals = await listRecusals(tx, sitting.id);
  const law = lawOn(sitting.held_on).commissions;
  const { kind } = await getCommission(tx, sitting.commission_id);
  const rule = quorumRuleOf(kind, sitting.held_on, lawOn);
  const seated = members.filter((member) => isInForce(member, sitting.held_on));
  const room = { members: new Map(seated.map((member) => [member.id, member])), movements, recusals, rule };
  return { room, members, movements, recusals, law };
}
