import { asProposed, type Institution, quorumOf } from '#modules/commissions';
import type { LocalDeed, MadeRuling } from './local-deeds.ts';
import type { Member, Room, RoomFile, Ruling } from './room.ts';

export type FileNow = Omit<RoomFile, 'recused'> & {
  /** Members who are out of this file. */
  readonly recused: readonly string[];
  /** The ruling is on this computer and not known to be at the server. */
  readonly isKept: boolean;
  /** The ruling was pressed a moment ago: it counts once it would outlive a power cut. */
  readonly isMaking: boolean;
};

/** Two decisions on one file, or one that the server did not take: both are shown, nothing is chosen in silence. */
export type Clash = { readonly deed: LocalDeed; readonly mine: MadeRuling; readonly file: RoomFile };

export type Quorum = ReturnType<typeof quorumOf>;

export type RoomNow = Omit<Room, 'files' | 'members' | 'quorum'> & {
  readonly members: readonly Member[];
  readonly files: readonly FileNow[];
  readonly quorum: Quorum;
  readonly decided: number;
  readonly againstScore: number;
  /** Decided against the score and past what the law lets a commission do alone. */
  readonly awaiting: readonly FileNow[];
  readonly clashes: readonly Clash[];
  /** Other things that were refused: a presence, an undoing. */
  readonly refused: readonly LocalDeed[];
};

/** The room as it stands for whoever sits in it: what the server knows, and over it what was done here since. */
export function roomNow(room: Room, deeds: readonly LocalDeed[]): RoomNow {
  const standing = deeds.filter(({ state }) => state !== 'refused');
  const members = membersNow(room, standing);
  const undone = new Set(standing.flatMap(({ work }) => (work.does === 'undo' ? [work.ruling] : [])));
  const made = madeHere(standing, undone);
  const files = room.files.map((file) => fileNow(file, { undone, made: made.get(file.application), deeds: standing }));
  const against = files.filter(({ ruling }) => ruling?.againstScore);
  return {
    ...room,
    members,
    files,
    quorum: quorumOf(institutionsOf(members), { institutions: [...room.rules.institutions], quorum: room.rules.quorum }),
    decided: files.filter(({ ruling, isMaking }) => ruling !== undefined && !isMaking).length,
    againstScore: against.length,
    awaiting: awaitingSecond(against, room.rules.overridesBeforeSecond),
    clashes: clashesOf(room.files, deeds),
    refused: deeds.filter(({ state, work }) => state === 'refused' && work.does !== 'rule'),
  };
}

type Made = { readonly ruling: MadeRuling; readonly batch: number | undefined; readonly state: LocalDeed['state'] };

/** The last standing ruling made here on each file. */
function madeHere(deeds: readonly LocalDeed[], undone: ReadonlySet<string>): ReadonlyMap<string, Made> {
  const made = new Map<string, Made>();
  for (const { work, state } of deeds) {
    if (work.does !== 'rule') continue;
    for (const ruling of work.rulings)
      if (!undone.has(ruling.id)) made.set(ruling.application, { ruling, batch: work.batch, state });
  }
  return made;
}

type Over = { readonly undone: ReadonlySet<string>; readonly made: Made | undefined; readonly deeds: readonly LocalDeed[] };

function fileNow(file: RoomFile, { undone, made, deeds }: Over): FileNow {
  const declared = deeds.flatMap(({ work }) =>
    work.does === 'recuse' && work.application === file.application ? [work.member] : [],
  );
  const recused = [...new Set([...file.recused.map(({ member }) => member), ...declared])];
  const known = file.ruling !== undefined && !undone.has(file.ruling.id) ? file.ruling : undefined;
  const { ruling: _before, ...bare } = file;
  if (known !== undefined) return { ...bare, recused, ruling: known, isKept: false, isMaking: false };
  if (made === undefined) return { ...bare, recused, isKept: false, isMaking: false };
  return { ...file, recused, ruling: rulingOf(file, made), isKept: made.state === 'kept', isMaking: made.state === 'making' };
}

function rulingOf(file: RoomFile, { ruling, batch }: Made): Ruling {
  const { remark, opinions = [], enquiry: _sent, ...ruled } = ruling;
  const { outcome } = ruled;
  const againstScore = outcome !== 'adjourned' && outcome !== 'enquiry' && outcome !== asProposed(file.proposal);
  const said = { ...(remark === undefined ? {} : { remark }), ...(batch === undefined ? {} : { batch }) };
  return { ...ruled, ...said, sequence: Number.MAX_SAFE_INTEGER, opinions: [...opinions], againstScore, needsSecond: false };
}

/**
 * Where everybody is by the last thing that is known of them, wherever it is known from: a deed that has arrived and one that is on its way stand in
 * no order of their own, and what another screen told since is later than what was done here before.
 */
function membersNow(room: Room, deeds: readonly LocalDeed[]): readonly Member[] {
  const moves = deeds
    .flatMap(({ work }) => (work.does === 'move' ? work.moves : []))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const last = new Map(moves.map((move) => [move.member, move]));
  const openedAt = Date.parse(room.sitting.openedAt ?? '') || 0;
  return room.members.map((member) => {
    const move = last.get(member.id);
    if (move === undefined) return member;
    const isOlder = member.since !== undefined && Date.parse(member.since) > Math.max(Date.parse(move.at), openedAt);
    if (isOlder) return member;
    return { ...member, presence: move.moved === 'arrived' ? 'present' : 'left', since: move.at };
  });
}

/** The institutions that sit, but for members who are out of one file; the secretary writes and has no voice. */
export function institutionsOf(members: readonly Member[], recused: readonly string[] = []): readonly Institution[] {
  const sitting = members.filter(
    ({ id, presence, seat }) => presence === 'present' && seat !== 'secretary' && !recused.includes(id),
  );
  return [...new Set(sitting.map(({ institution }) => institution))];
}

/** The quorum of one file: whoever is out of it does not count. */
export function quorumOfFile(room: RoomNow, file: Pick<FileNow, 'recused'>): Quorum {
  return quorumOf(institutionsOf(room.members, file.recused), {
    institutions: [...room.rules.institutions],
    quorum: room.rules.quorum,
  });
}

/** Past what a commission may decide alone against the score, in the order in which it did, each waits for a second person. */
function awaitingSecond(against: readonly FileNow[], alone: number): readonly FileNow[] {
  return [...against]
    .sort((one, other) => orderOf(one) - orderOf(other))
    .slice(alone)
    .filter(({ ruling }) => ruling?.seconded === undefined);
}

function orderOf({ ruling, position }: FileNow): number {
  return (ruling?.sequence ?? 0) + position / 1_000;
}

function clashesOf(files: readonly RoomFile[], deeds: readonly LocalDeed[]): readonly Clash[] {
  return deeds.flatMap((deed) => {
    if (deed.state !== 'refused' || deed.work.does !== 'rule') return [];
    return deed.work.rulings.flatMap((mine) => {
      const file = files.find(({ application }) => application === mine.application);
      return file === undefined ? [] : [{ deed, mine, file }];
    });
  });
}
