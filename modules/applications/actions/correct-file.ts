import { type Declaration, parseDeclaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { toDate } from '#platform/dates';
import { type Refusal, refuse } from '#platform/refusals';
import { type Change, type Conflict, correct } from '../model/correction.ts';
import type { State } from '../model/lifecycle.ts';
import { requestRules } from '../model/request-rules.ts';
import type { ApplicationRow } from '../store/tables.ts';
import { findApplicationForUpdate, listVersions } from '../store/versions.ts';
import { newVersion } from './new-version.ts';

export type Correcting = { readonly application: string; readonly changes: readonly Change[]; readonly reason: string };
export type Corrected = {
  readonly application: string;
  readonly number: string;
  readonly version: number;
  readonly digest: string;
};
export type CorrectionRefusal = 'file-not-found' | 'not-correctable' | 'changed-meanwhile' | 'broken-answers' | 'open-request';

/** Corrects answers of a request where `isCorrectable` lets it: part of the deed that says who may, and when. */
export async function correctFile(
  context: DeedContext,
  { application, changes, reason }: Correcting,
  isCorrectable: (state: State) => boolean,
): Promise<Corrected | Refusal<CorrectionRefusal>> {
  const file = await findApplicationForUpdate(context.tx, application);
  if (!file) return refuse('file-not-found', { place: 'application' });
  if (!isCorrectable(file.state)) return refuse('not-correctable', { place: 'application', facts: { state: file.state } });
  const corrected = correct(file.declaration, changes);
  if ('wrongPlace' in corrected) return brokenAt(corrected.wrongPlace, 'not-as-declared', 1);
  if ('conflicts' in corrected) return changedMeanwhile(context, application, corrected.conflicts);
  if (corrected.changes.length === 0) return { application, number: file.number, ...(await standing(context, file)) };
  const declaration = accepted(corrected.declaration, file);
  if ('refused' in declaration) return declaration;
  const made = await newVersion(context, file, { declaration, changes: corrected.changes, reason });
  if ('refused' in made) return made;
  context.emit('applications.corrected', { applications: [application] });
  return { application, number: file.number, ...made };
}

/** By the rules of the day on which it was filed, as if it had been filed so. */
function accepted(corrected: unknown, file: ApplicationRow): Declaration | Refusal<'broken-answers'> {
  const parsed = parseDeclaration(corrected);
  if (!parsed.ok) return brokenAt(parsed.issues[0]?.path ?? '', parsed.issues[0]?.rule ?? 'format', parsed.issues.length);
  const [broken, ...more] = requestRules(toDate(file.filed_on))(parsed.declaration);
  if (!broken) return parsed.declaration;
  return brokenAt(broken.place ?? '', broken.refused, more.length + 1, broken.facts);
}

function brokenAt(place: string, rule: string, problems: number, facts: Refusal['facts'] = {}): Refusal<'broken-answers'> {
  return refuse('broken-answers', { place, facts: { ...facts, rule, problems } });
}

/** Both values of each answer, and who wrote the other one when: `conflicts` is the list as JSON. */
async function changedMeanwhile(
  { tx }: DeedContext,
  application: string,
  conflicts: readonly Conflict[],
): Promise<Refusal<'changed-meanwhile'>> {
  const versions = (await listVersions(tx, application)).reverse();
  const told = conflicts.map((conflict) => {
    const by = versions.find(({ changes }) => changes.some((change) => touches(change, conflict.place)));
    return { ...conflict, ...(by ? { by: by.made_by, at: by.made_at, reason: by.reason } : {}) };
  });
  const facts = { answers: told.length, conflicts: JSON.stringify(told) };
  return refuse('changed-meanwhile', { place: conflicts[0]?.place ?? '', facts });
}

/** A person added or taken away is a change of all that is said of that person. */
function touches({ place }: Change, other: string): boolean {
  return place === other || other.startsWith(`${place}.`) || place.startsWith(`${other}.`);
}

async function standing({ tx }: DeedContext, file: ApplicationRow): Promise<{ version: number; digest: string }> {
  const versions = await listVersions(tx, file.id);
  return { version: versions.at(-1)?.version ?? 1, digest: file.declaration_digest };
}
