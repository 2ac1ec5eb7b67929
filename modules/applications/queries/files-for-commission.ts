import type { Assessment } from '#modules/eligibility';
import { checksInShort } from '#modules/verifications';
import type { Tx } from '#platform/database';
import { completedYears, toDate } from '#platform/dates';
import { paperRulesOn } from '../model/needed-papers.ts';
import { listApplications, listLatestAssessments } from '../store/applications.ts';
import type { ApplicationRow } from '../store/tables.ts';
import { type FactsOfFile, factsOfFiles } from './files-to-sit.ts';

type Check = {
  readonly partner: string;
  readonly state: 'asked' | 'answered' | 'silent';
  readonly answeredAt: string | undefined;
};

/** A file as a commission looks at it: the head, the household in figures, the score, how the registers answered, the papers. */
export type FileForCommission = {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  readonly filedOn: string;
  readonly names: ApplicationRow['head_names'];
  readonly birthDate: string;
  readonly sex: 'F' | 'M' | undefined;
  readonly maritalStatus: string | undefined;
  readonly milieu: 'urban' | 'rural';
  readonly persons: number;
  readonly children: number;
  readonly assessment: Assessment | undefined;
  readonly checks: readonly Check[];
  /** Differences with the registers that an officer settled, and those that are only to know of. */
  readonly differences: { readonly settled: number; readonly known: number };
  readonly alike: FactsOfFile['alike'];
  readonly papers: FactsOfFile['papers'];
};

/** Files as a commission looks at them, whole lists at once: a few statements whatever their number. */
export async function listFilesForCommission(tx: Tx, ids: readonly string[], day: string): Promise<FileForCommission[]> {
  const files = await listApplications(tx, ids);
  const assessments = new Map((await listLatestAssessments(tx, ids)).map((row) => [row.application_id, row]));
  const checks = await checksInShort(tx, ids);
  const facts = await factsOfFiles(tx, ids);
  return files.map((file) => {
    const result = assessments.get(file.id)?.result;
    const answered = checks.get(file.id) ?? [];
    return {
      ...headOf(file),
      ...householdOf(file, day),
      assessment: result === undefined ? undefined : (JSON.parse(result) as Assessment),
      checks: answered.map(({ partner, state, answered_at }) => ({ partner, state, answeredAt: answered_at ?? undefined })),
      differences: { settled: sum(answered.map((one) => one.settled)), known: sum(answered.map((one) => one.known)) },
      alike: facts.get(file.id)?.alike ?? [],
      papers: facts.get(file.id)?.papers ?? { needed: 0, present: 0 },
    };
  });
}

/** As it is declared: what a family is found by may be put right later. */
function headOf({ id, number, territory, filed_on, head_names, head_birth_date: found, declaration }: ApplicationRow) {
  const [head] = declaration.members;
  return {
    ...{ id, number, territory, filedOn: filed_on, names: head_names, birthDate: head?.birth_date ?? found },
    ...{ sex: head?.sex, maritalStatus: head?.marital_status, milieu: declaration.milieu },
  };
}

function householdOf({ declaration: { members } }: ApplicationRow, day: string) {
  const { childAge } = paperRulesOn(day);
  const on = toDate(day);
  const isChild = (birth: string) => completedYears(toDate(birth), on) < childAge;
  return { persons: members.length, children: members.filter((member) => isChild(member.birth_date)).length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
