import { z } from 'zod';
import { type FileForCommission, listFilesForCommission } from '#modules/applications';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { agentOf } from '../model/members.ts';
import { awaitingSecond } from '../model/overrides.ts';
import { quorumOn } from '../model/room.ts';
import { listLatestEnquiries } from '../store/enquiries.ts';
import { listBefore } from '../store/in-full.ts';
import { findMark } from '../store/pulse.ts';
import { listRulings, listWrittenOpinions } from '../store/rulings.ts';
import { listSignatures, listSignedPapers } from '../store/signatures.ts';
import { findSitting, getCommission, listAgenda } from '../store/sittings.ts';
import type { CommissionsTables, MemberRow, SittingRow } from '../store/tables.ts';
import { nameOfCommission } from './commission-name.ts';
import { FullSitting } from './full-sitting.ts';
import { presenceIn } from './presence-in.ts';
import { type RoomRead, readRoom } from './read-room.ts';
import { type OfFiles, toFullFile } from './to-full-file.ts';

/** A sitting whole: its room, its rules and its files with all that a commission looks at, in one answer for the screen and for work without network. */
export const sittingInFull = defineQuery({
  name: 'commissions.sitting-in-full',
  summary: 'A sitting whole: its room, its rules, its files and what was ruled',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid() }),
  output: FullSitting.partial(),
  noted: ({ files = [] }) => files.map(({ application, territory }) => ({ subject: `application:${application}`, territory })),
  async run(context, { sitting: id }) {
    const { tx } = context;
    const sitting = await findSitting(tx, id);
    if (!sitting) return {};
    const commission = await getCommission(tx, sitting.commission_id);
    const read = await readRoom(tx, sitting);
    const agenda = await listAgenda(tx, [id]);
    const ids = agenda.map((item) => item.application_id);
    const files = await listFilesForCommission(tx, ids, sitting.held_on);
    const of = await ofFiles(context, { sitting, read, files });
    const standing = [...of.rulings.values()];
    const moment = sitting.sealed_at ?? context.now.toString();
    return {
      ...{ mark: await findMark(tx, id), now: context.now.toString() },
      sitting: toSitting(sitting, commission),
      members: await toMembers(context, { sitting, read, moment }),
      signedPapers: (await listSignedPapers(tx, sitting)).map(({ page_id: page, at }) => ({ page, at })),
      quorum: { ...quorumOn(read.room, undefined, moment), absent: [...quorumOn(read.room, undefined, moment).absent] },
      rules: toRules(read),
      files: agenda.map((item) => toFullFile(item, of)),
      counts: {
        files: agenda.length,
        decided: standing.length,
        againstScore: standing.filter((row) => row.against_score).length,
        awaitingSecond: of.waiting.size,
      },
    };
  },
});

type Opened = { readonly sitting: SittingRow; readonly read: RoomRead; readonly files: readonly FileForCommission[] };

async function ofFiles({ tx }: QuestionContext, { sitting, read, files }: Opened): Promise<OfFiles> {
  const rulings = (await listRulings(tx, sitting.id)).filter((row) => row.withdrawn_at === null);
  const waiting = awaitingSecond(rulings, read.law.overridesBeforeSecond.value).map((row) => row.id);
  const opinions = await listWrittenOpinions(tx, sitting.id);
  const ids = files.map((file) => file.id);
  const before = await listBefore(tx, sitting.id, ids);
  const enquiries = await listLatestEnquiries(tx, ids);
  return {
    files: new Map(files.map((file) => [file.id, file])),
    rulings: new Map(rulings.map((row) => [row.application_id, row])),
    waiting: new Set(waiting),
    opinions: Map.groupBy(opinions, (row) => row.application_id),
    recusals: Map.groupBy(read.recusals, (row) => row.application_id),
    before: new Map(before.map((row) => [row.application_id, row])),
    enquiries: new Map(enquiries.map((row) => [row.application_id, row])),
  };
}

function toSitting(row: SittingRow, { kind }: CommissionsTables['commission']): NonNullable<FullSitting['sitting']> {
  return {
    ...{ id: row.id, number: row.number, kind, territory: row.territory, commission: nameOfCommission(row.territory) },
    ...{ heldOn: row.held_on, state: row.state },
    ...(row.starts_at === null ? {} : { startsAt: row.starts_at }),
    ...(row.place_fr === null ? {} : { place: { fr: row.place_fr, ar: row.place_ar ?? row.place_fr } }),
    ...(row.opened_at === null ? {} : { openedAt: row.opened_at }),
    ...(row.sealed_at === null ? {} : { sealedAt: row.sealed_at }),
    ...(row.minutes_digest === null ? {} : { minutesDigest: row.minutes_digest }),
  };
}

type InRoom = { readonly sitting: SittingRow; readonly read: RoomRead; readonly moment: string };

async function toMembers({ tx, actor }: QuestionContext, { sitting, read, moment }: InRoom) {
  const presence = presenceIn(read, moment);
  const signatures = new Map((await listSignatures(tx, sitting)).map((row) => [row.member_id, row]));
  return read.members.map((row: MemberRow) => {
    const signed = signatures.get(row.id);
    return {
      ...{ id: row.id, institution: row.institution, seat: row.seat, nameFr: row.name_fr, nameAr: row.name_ar },
      ...presence(row.id),
      hasAccount: row.agent_id !== null,
      hasSigned: signed !== undefined,
      ...(signed === undefined ? {} : { signed: { way: signed.way, at: signed.at } }),
      isYou: row.agent_id !== null && row.agent_id === agentOf(actor.id),
    };
  });
}

function toRules({ law }: RoomRead): NonNullable<FullSitting['rules']> {
  return {
    institutions: [...law.institutions.value],
    chair: law.chair.value,
    quorum: law.quorum.value,
    combination: law.combination.value,
    batchSize: law.batchSize.value,
    readingSeconds: law.batchReadingSeconds.value,
    overridesBeforeSecond: law.overridesBeforeSecond.value,
    capacity: law.capacity.value,
  };
}
