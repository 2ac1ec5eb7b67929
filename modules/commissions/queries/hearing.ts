import { z } from 'zod';
import { listFilesNamed } from '#modules/applications';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { appealCriteria } from '../model/appeal.ts';
import { appealClock, clockStandings } from '../model/appeal-clock.ts';
import { actedFirst, tookPart } from '../model/first-deciders.ts';
import { hasVoice } from '../model/members.ts';
import { inTheRoom } from '../model/presence.ts';
import type { QuorumState } from '../model/quorum.ts';
import { quorumOn } from '../model/room.ts';
import { listStandingDecisions } from '../store/appeal-decisions.ts';
import { listAppealItems, listAppealsByIds } from '../store/appeals.ts';
import { findFirstDeciders } from '../store/first-deciders.ts';
import { findHearing } from '../store/hearings.ts';
import type { AppealDecisionRow, AppealRow, SittingRow } from '../store/tables.ts';
import { AppealAnswer, toAnswer } from './appeals.ts';
import { type RoomRead, readRoom } from './read-room.ts';

const Name = z.object({ given: z.string(), family: z.string() });
const Heard = z.object({
  appeal: z.string(),
  position: z.int(),
  number: z.string(),
  application: z.string(),
  request: z.string(),
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
  territory: z.string(),
  criteria: z.array(z.enum(appealCriteria)),
  answerBy: z.string(),
  daysLeft: z.int(),
  clock: z.enum(clockStandings),
  /** Members in the room who had a hand in the first decision: they do not rule on this appeal. */
  recused: z.array(z.object({ nameFr: z.string(), nameAr: z.string() })),
  hasQuorum: z.boolean(),
  isFirstHand: z.boolean(),
  ruling: AppealAnswer.extend({ id: z.string() }).optional(),
});

const InRoom = z.object({
  id: z.string(),
  institution: z.string(),
  nameFr: z.string(),
  nameAr: z.string(),
  isHere: z.boolean(),
});

const Hearing = z.object({
  sitting: z.object({ id: z.string(), number: z.string(), state: z.string(), territory: z.string(), heldOn: z.string() }),
  quorum: z.object({ needed: z.int(), present: z.int(), reached: z.boolean(), absent: z.array(z.string()) }),
  /** Who has a voice in the commission that day, and whether they are in the room. */
  members: z.array(InRoom),
  appeals: z.array(Heard),
  decided: z.int(),
});

/** A sitting of the provincial commission: its appeals in order, who rules on each, and what is ruled. */
export const hearing = defineQuery({
  name: 'commissions.hearing',
  summary: 'A sitting of the provincial commission: its appeals, who rules on each, what is ruled',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ hearing: Hearing.optional() }),
  noted: ({ hearing: found }) =>
    (found?.appeals ?? []).map(({ application, territory }) => ({ subject: `application:${application}`, territory })),
  async run(context, { sitting: id }) {
    const sitting = await findHearing(context.tx, id);
    if (!sitting) return {};
    const read = await readRoom(context.tx, sitting);
    const decisions = await listStandingDecisions(context.tx, id);
    const appeals = await listHeard(context, { sitting, read, decisions });
    const { held_on: heldOn, number, state, territory } = sitting;
    return {
      hearing: {
        ...{
          sitting: { id, number, state, territory, heldOn },
          quorum: told(quorumOn(read.room, undefined, context.now.toString())),
        },
        ...{ members: membersOf(read, context.now.toString()), appeals, decided: decisions.length },
      },
    };
  },
});

function membersOf({ room, members, movements }: RoomRead, moment: string): z.input<typeof InRoom>[] {
  const here = inTheRoom(movements, moment);
  return members
    .filter((member) => room.members.has(member.id) && hasVoice(member))
    .map(({ id, institution, name_fr: nameFr, name_ar: nameAr }) => ({ id, institution, nameFr, nameAr, isHere: here.has(id) }));
}

type Room = {
  readonly sitting: SittingRow;
  readonly read: RoomRead;
  readonly decisions: readonly AppealDecisionRow[];
};

async function listHeard(context: QuestionContext, room: Room): Promise<z.input<typeof Heard>[]> {
  const items = await listAppealItems(context.tx, room.sitting.id);
  const ids = items.map((item) => item.appeal_id);
  const appeals = new Map((await listAppealsByIds(context.tx, ids)).map((appeal) => [appeal.id, appeal]));
  const files = await listFilesNamed(
    context.tx,
    [...appeals.values()].map((appeal) => appeal.application_id),
  );
  const heard = [];
  for (const { appeal_id, position } of items) {
    const appeal = appeals.get(appeal_id);
    const file = appeal && files.get(appeal.application_id);
    if (!appeal || !file) continue;
    heard.push({ position, request: file.number, names: file.names, ...(await toHeard(context, appeal, room)) });
  }
  return heard;
}

async function toHeard({ tx, actor, today, now }: QuestionContext, appeal: AppealRow, { read, decisions }: Room) {
  const first = await findFirstDeciders(tx, appeal);
  const { application_id } = appeal;
  const known = new Set(read.recusals.filter((one) => one.application_id === application_id).map((one) => one.member_id));
  const out = read.members.filter((member) => known.has(member.id) || tookPart(member, first));
  const recusals = [...read.room.recusals, ...out.map(({ id: member_id }) => ({ application_id, member_id }))];
  const ruling = decisions.find((one) => one.appeal_id === appeal.id);
  return {
    ...{ appeal: appeal.id, number: appeal.number, application: application_id, territory: appeal.territory },
    ...{ criteria: appeal.criteria, answerBy: appeal.answer_by, ...appealClock(appeal.answer_by, today) },
    recused: out.map(({ name_fr: nameFr, name_ar: nameAr }) => ({ nameFr, nameAr })),
    hasQuorum: quorumOn({ ...read.room, recusals }, application_id, now.toString()).reached,
    isFirstHand: actedFirst(actor.id, first),
    ...(ruling ? { ruling: { id: ruling.id, ...toAnswer(ruling) } } : {}),
  };
}

function told({ reached, present, needed, absent }: QuorumState) {
  return { reached, present, needed, absent: [...absent] };
}
