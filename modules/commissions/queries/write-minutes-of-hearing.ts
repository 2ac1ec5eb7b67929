import { listFilesStatedAt } from '#modules/applications';
import { headOf, type Minutes } from '../model/minutes.ts';
import { listDecisionsOfFiles } from '../store/first-decisions.ts';
import type { AppealDecisionRow, AppealRow } from '../store/tables.ts';
import type { RoomRead } from './read-room.ts';
import { type Sat, type Writing, writeMinutes } from './write-minutes.ts';

/** An appeal before a sitting of the provincial commission, and what is ruled of it. */
export type RuledAppeal = { readonly appeal: AppealRow; readonly decision: AppealDecisionRow; readonly position: number };

export type Heard = Pick<Sat, 'sitting' | 'commission' | 'read'> & { readonly ruled: readonly RuledAppeal[] };

/** The same of a sitting that hears appeals: each with what was decided first, what it becomes, and why. */
export async function writeMinutesOfHearing(writing: Writing, { ruled, ...sat }: Heard): Promise<Minutes> {
  const written = await writeMinutes(writing, { ...sat, agenda: [], rulings: new Map() });
  const decisions = await linesOf(writing, ruled);
  const numbers = new Map(ruled.map(({ appeal }, index) => [appeal.application_id, decisions[index]?.file ?? '']));
  return {
    ...written,
    law: lawOfHearing(sat.read),
    recusals: sat.read.recusals.map(({ application_id, member_id: member, ground, words }) => ({
      ...{ file: numbers.get(application_id) ?? '', member, ground, words },
    })),
    decisions,
  };
}

/** The rules a provincial commission sits by, as minutes tell them. */
export function lawOfHearing({ law: { appealInstitutions, appealQuorum, chair } }: Pick<RoomRead, 'law'>): Minutes['law'] {
  const said = ({ from, status }: { readonly from: string; readonly status: string }) => ({ from, status });
  return {
    institutions: { ...said(appealInstitutions), value: [...appealInstitutions.value] },
    quorum: { ...said(appealQuorum), value: appealQuorum.value },
    chair: { ...said(chair), value: chair.value },
  };
}

async function linesOf({ tx, now }: Writing, ruled: readonly RuledAppeal[]): Promise<Minutes['decisions']> {
  const applications = ruled.map(({ appeal }) => appeal.application_id);
  const firsts = await listDecisionsOfFiles(tx, applications);
  const files = new Map((await listFilesStatedAt(tx, applications, now.toString())).map((file) => [file.id, file]));
  return ruled.map(({ appeal, decision, position }) => {
    const file = files.get(appeal.application_id);
    const first = firsts.find((one) => one.sitting_id === appeal.sitting_id && one.application_id === appeal.application_id);
    if (!file || !first) throw new Error(`appeal ${appeal.number} is about a decision that is not there`);
    const head = headOf(file.names);
    const reasons = decision.findings.map(({ criterion, finding, words }) => ({
      ...{ criterion, reason: finding, words: words ?? null },
    }));
    return {
      ...{ position, file: file.number, head, proposal: file.proposal, outcome: decision.outcome, reason: first.reason_code },
      ...{ remark: decision.words, against_score: false, batch: null, opinions: [], combined_by: null, seconded_by: null },
      ...{ enquiry: null, ruled_at: decision.ruled_at, based_on: null },
      appeal: { number: appeal.number, first: first.outcome, becomes: decision.category, reasons },
    };
  });
}
