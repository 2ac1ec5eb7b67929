import type { Declaration } from '#modules/eligibility';
import { type AnswerOnRequest, listAnswers } from '#modules/verifications';
import type { Tx } from '#platform/database';
import type { State } from '../model/lifecycle.ts';
import { findApplication, findAssessmentBefore, listApplications, listPassages } from '../store/applications.ts';
import type { ApplicationsTables } from '../store/tables.ts';
import { findDeclared, listVersions } from '../store/versions.ts';

type Assessed = Omit<ApplicationsTables['assessment'], 'id' | 'application_id' | 'territory'>;

/** A request as it stands at a moment: what it declares, in which version, how it was scored and what the partners say. */
export type FileOnAppeal = {
  readonly number: string;
  readonly territory: string;
  readonly state: State;
  readonly filedOn: string;
  readonly names: Declaration['members'][number]['names'];
  readonly proposal: string | null;
  readonly version: number;
  readonly digest: string;
  readonly declaration: Declaration;
  readonly assessed: Assessed | undefined;
  readonly checks: readonly AnswerOnRequest[];
};

/** A request as it stands now. */
export async function findFileOnAppeal(tx: Tx, application: string): Promise<FileOnAppeal | undefined> {
  const file = await findApplication(tx, application);
  if (!file) return undefined;
  const versions = await listVersions(tx, application);
  return {
    ...{ number: file.number, territory: file.territory, state: file.state, filedOn: file.filed_on, names: file.head_names },
    ...{ proposal: file.proposal, digest: file.declaration_digest, declaration: file.declaration },
    version: versions.at(-1)?.version ?? 1,
    assessed: undefined,
    checks: await listAnswers(tx, application),
  };
}

/** The same as a decision of this instant rested on: the last score made before, and the very version that was scored. */
export async function findFileDecided(tx: Tx, application: string, at: string): Promise<FileOnAppeal | undefined> {
  const now = await findFileOnAppeal(tx, application);
  const assessed = await findAssessmentBefore(tx, application, at);
  if (!now || !assessed) return now;
  const { id: _id, application_id: _of, territory: _in, ...kept } = assessed;
  const versions = await listVersions(tx, application);
  const version = versions.findLast((one) => one.declaration_digest === kept.input_digest)?.version ?? 1;
  const declared = await findDeclared(tx, application, kept.input_digest);
  return { ...now, version, digest: kept.input_digest, declaration: declared ?? now.declaration, assessed: kept };
}

/** Who put a request on an agenda, recorded what was decided of it or validated it, as the journal names them; `until` an instant, if told. */
export async function listDeciders(tx: Tx, application: string, until?: string): Promise<readonly string[]> {
  const passages = (await listPassages(tx, application)).filter(({ at }) => until === undefined || at <= until);
  const deeds = ['decide', 'adjourn', 'ask-enquiry', 'validate', 'return-to-commission'];
  return [...new Set(passages.filter(({ deed_name }) => deeds.includes(deed_name)).map(({ actor }) => actor))];
}

/** A request as a list names it. */
export type FileNamed = { readonly id: string; readonly number: string; readonly names: FileOnAppeal['names'] };

export async function listFilesNamed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FileNamed>> {
  const files = await listApplications(tx, ids);
  return new Map(files.map(({ id, number, head_names }) => [id, { id, number, names: head_names }]));
}
