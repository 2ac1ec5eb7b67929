import type { QuestionOutput } from '../../client/contract.ts';

type Whole<T> = { [Part in keyof T]-?: NonNullable<T[Part]> };

/** A sitting that is there, as the server tells it whole. */
export type Room = Whole<QuestionOutput<'commissions.sitting-in-full'>>;
export type RoomFile = Room['files'][number];
export type Member = Room['members'][number];
export type Ruling = NonNullable<RoomFile['ruling']>;
export type Opinion = Ruling['opinions'][number];

/** What was done since the files were read, over the files as they were read. An older word changes nothing. */
export function soFar(room: Room, done: QuestionOutput<'commissions.sitting-so-far'> | undefined): Room {
  if (done?.state === undefined || done.now === undefined || done.now <= room.now) return room;
  const { mark = room.mark, now, state, openedAt, members = [], recused = [], rulings = [] } = done;
  const moved = new Map(members.map(({ id, ...presence }) => [id, presence]));
  const ruled = new Map(rulings.map(({ application, ruling }) => [application, ruling]));
  const out = Map.groupBy(recused, ({ application }) => application);
  return {
    ...room,
    mark,
    now,
    sitting: { ...room.sitting, state, ...(openedAt === undefined ? {} : { openedAt }) },
    members: room.members.map((member) => ({ ...member, ...moved.get(member.id) })),
    files: room.files.map(({ ruling: _before, ...file }) => {
      const ruling = ruled.get(file.application);
      const recusals = (out.get(file.application) ?? []).map(({ member, ground }) => ({ member, ground }));
      return { ...file, recused: recusals, ...(ruling === undefined ? {} : { ruling }) };
    }),
  };
}
