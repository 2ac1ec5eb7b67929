import { inOrder, inTheRoom } from '../model/presence.ts';
import type { RoomRead } from './read-room.ts';

type Presence = { readonly presence: 'present' | 'left' | 'absent'; readonly since?: string };

/** For each member whether they are in the room at a moment, and since when they are there or away. */
export function presenceIn({ movements }: Pick<RoomRead, 'movements'>, moment: string): (member: string) => Presence {
  const present = inTheRoom(movements, moment);
  const last = new Map(inOrder(movements).map((row) => [row.member_id, row.at]));
  return (member) => {
    const since = last.get(member);
    const presence = present.has(member) ? 'present' : since === undefined ? 'absent' : 'left';
    return { presence, ...(since === undefined ? {} : { since }) };
  };
}
