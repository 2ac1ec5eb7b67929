import { hasVoice } from './members.ts';
import type { Minutes } from './minutes.ts';
import { inTheRoom, type Movement } from './presence.ts';
import type { Institution } from './quorum.ts';

type Member = Minutes['members'][number];

/** The institutions that sat at a moment of a sealed sitting, without the members taken out of a file. Whoever keeps the record rules on nothing. */
export function seatedAt({ members }: Pick<Minutes, 'members'>, at: string, without: readonly string[] = []): Institution[] {
  const room = inTheRoom(members.flatMap(movementsOf), at);
  const seated = members.filter((member) => hasVoice(member) && !without.includes(member.member) && room.has(member.member));
  return [...new Set(seated.map(({ institution }) => institution))];
}

/** The institutions that sat for some time. */
export function everSeated({ members }: Pick<Minutes, 'members'>): Institution[] {
  const came = members.filter((member) => hasVoice(member) && member.presence.length > 0);
  return [...new Set(came.map(({ institution }) => institution))];
}

/** How many institutions sat when each file was decided, those of members taken out of it not counted; nothing where no moment is known. */
export function seatedAtDecisions(minutes: Minutes): { readonly file: string; readonly seated: number }[] {
  const withoutOf = Map.groupBy(minutes.recusals, ({ file }) => file);
  return minutes.decisions
    .filter(({ ruled_at }) => ruled_at !== '')
    .map(({ file, ruled_at }) => {
      const without = (withoutOf.get(file) ?? []).map(({ member }) => member);
      return { file, seated: seatedAt(minutes, ruled_at, without).length };
    });
}

function movementsOf({ member, presence }: Member): Movement[] {
  return presence.map(({ moved, at }) => ({ member_id: member, moved, at, recorded_at: at }));
}
