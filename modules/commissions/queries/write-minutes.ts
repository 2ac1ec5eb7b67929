import { type FileStated, listFilesStatedAt } from '#modules/applications';
import type { QuestionContext } from '#platform/actions';
import { headOf, type Minutes } from '../model/minutes.ts';
import { inOrder } from '../model/presence.ts';
import { listWrittenOpinions } from '../store/rulings.ts';
import type { AgendaRow, CommissionsTables, RulingRow, SittingRow } from '../store/tables.ts';
import { nameOfCommission } from './commission-name.ts';
import type { RoomRead } from './read-room.ts';

export type Sat = {
  readonly sitting: SittingRow;
  readonly commission: CommissionsTables['commission'];
  readonly read: RoomRead;
  readonly agenda: readonly AgendaRow[];
  /** What stands, by file. */
  readonly rulings: ReadonlyMap<string, RulingRow>;
};

/** When minutes are written: now by whoever seals them; the instant of the seal by whoever writes them again. */
export type Writing = Pick<QuestionContext, 'tx' | 'now'>;

/** Everything that is ever printed of a local sitting, out of what the books hold; of families what they stated at that instant. */
export async function writeMinutes({ tx, now }: Writing, { sitting, commission, read, agenda, rulings }: Sat): Promise<Minutes> {
  const ids = agenda.map((item) => item.application_id);
  const files = new Map((await listFilesStatedAt(tx, ids, now.toString())).map((file) => [file.id, file]));
  const numberOf = (application: string) => files.get(application)?.number ?? '';
  const opinions = await listWrittenOpinions(tx, sitting.id);
  return {
    schema: 'ramed.minutes/2',
    number: sitting.number,
    kind: commission.kind,
    territory: sitting.territory,
    commission: nameOfCommission(sitting.territory),
    held_on: sitting.held_on,
    starts_at: sitting.starts_at,
    place: sitting.place_fr === null ? null : { fr: sitting.place_fr, ar: sitting.place_ar ?? '' },
    opened_at: sitting.opened_at ?? '',
    sealed_at: now.toString(),
    law: lawOf(read),
    members: read.members.map((member) => toMember(member, read)),
    recusals: read.recusals.map(({ application_id, member_id, ground, words }) => ({
      file: numberOf(application_id),
      member: member_id,
      ground,
      words,
    })),
    written_opinions: opinions.map(({ application_id, institution, outcome, words, received_on }) => ({
      ...{ file: numberOf(application_id), institution, outcome, words, received_on },
    })),
    decisions: agenda.map((item) => toDecision(item, rulings.get(item.application_id), files.get(item.application_id))),
  };
}

/** The rules a local commission sits by, as minutes tell them. */
export function lawOf({ law }: Pick<RoomRead, 'law'>): Minutes['law'] {
  const stated = <Value>({ value, from, status }: { value: Value; from: string; status: string }) => ({ value, from, status });
  return {
    institutions: { ...stated(law.institutions), value: [...law.institutions.value] },
    quorum: stated(law.quorum),
    chair: stated(law.chair),
    combination: stated(law.combination),
    batch_size: stated(law.batchSize),
    batch_reading_seconds: stated(law.batchReadingSeconds),
    overrides_before_second: stated(law.overridesBeforeSecond),
  };
}

function toMember(member: RoomRead['members'][number], { movements }: RoomRead): Minutes['members'][number] {
  const own = movements.filter((row) => row.member_id === member.id);
  return {
    member: member.id,
    institution: member.institution,
    seat: member.seat,
    name: { fr: member.name_fr, ar: member.name_ar },
    presence: inOrder(own).map(({ moved, at }) => ({ moved, at })),
  };
}

function toDecision(item: AgendaRow, ruling: RulingRow | undefined, file: FileStated | undefined): Minutes['decisions'][number] {
  if (!ruling) throw new Error(`a file of the agenda at ${item.position} is not ruled on`);
  const { enquiry } = ruling;
  return {
    position: item.position,
    file: file?.number ?? '',
    head: headOf(file?.names),
    proposal: item.proposal,
    outcome: ruling.outcome,
    reason: ruling.reason_code,
    remark: ruling.remark,
    against_score: ruling.against_score,
    batch: ruling.batch,
    opinions: ruling.opinions.map(({ words = null, ...opinion }) => ({ ...opinion, words })),
    combined_by: ruling.combined_by,
    seconded_by: ruling.seconded_by,
    enquiry: enquiry && { question: enquiry.question, points: enquiry.points, due_on: enquiry.dueOn },
    ruled_at: ruling.ruled_at,
    based_on: basedOn(item),
  };
}

function basedOn({
  declaration_digest,
  formula,
  formula_digest,
  result_digest,
}: AgendaRow): Minutes['decisions'][number]['based_on'] {
  if (declaration_digest === null || formula === null || formula_digest === null || result_digest === null) return null;
  return { declaration: declaration_digest, formula, formula_digest, result: result_digest };
}
