import { assess } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { SCHEME_FORMULA } from '../model/scheme.ts';
import { findLatestAssessment, insertAssessments, listApplications } from '../store/applications.ts';
import { type Moved, moveApplications } from '../store/move.ts';
import { listContestedForUpdate, setOutcome } from '../store/on-appeal.ts';
import { toAssessmentRow } from './assessment-row.ts';

/** A family admitted on appeal: better than what the first commission gave it. */
export type Reformed = { readonly id: string; readonly outcome: 'poor' | 'vulnerable'; readonly reason: string };

/** What an appeal can still do to a request: `reopen` one that was refused, change the `category` of one that was admitted, nothing else. */
export type OpenToAppeal = { readonly id: string; readonly may: 'reopen' | 'category'; readonly canGoBack: boolean };

/**
 * Which of these requests an appeal may still change, and whether the first commission may be asked again: not once a family is registered,
 * nor while another request of the same persons is open. Locks them until the deed is done.
 */
export async function listOpenToAppeal(context: DeedContext, ids: readonly string[]): Promise<OpenToAppeal[]> {
  const files = await listContestedForUpdate(context.tx, ids);
  return files.flatMap((file): OpenToAppeal[] => {
    if (file.state === 'closed') {
      if (file.closed_for !== 'refused' || file.has_other) return [];
      return [{ id: file.id, may: 'reopen', canGoBack: true }];
    }
    if (file.state === 'registered' || file.state === 'held') return [{ id: file.id, may: 'category', canGoBack: false }];
    return file.state === 'validated' ? [{ id: file.id, may: 'category', canGoBack: true }] : [];
  });
}

/**
 * Carries what was reformed on appeal to the requests: those refused re-enter at `validated`, admitted; of those admitted already only the
 * category changes, wherever they stand. Returns those that re-entered.
 */
export async function reformFiles(context: DeedContext, reformed: readonly Reformed[]): Promise<Moved[]> {
  const open = new Map((await listOpenToAppeal(context, idsOf(reformed))).map((file) => [file.id, file]));
  if (reformed.some(({ id }) => !open.has(id))) throw new Error('a request cannot be reformed any more');
  const stay = reformed.filter(({ id }) => open.get(id)?.may === 'category');
  const kept = await setOutcome(context.tx, stay);
  context.journal(
    ...kept.map(({ id, territory, before, outcome }) => ({
      subject: `application:${id}`,
      territory,
      before: digestOf({ application: id, outcome: before }),
      after: digestOf({ application: id, outcome }),
    })),
  );
  const back = reformed.filter(({ id }) => open.get(id)?.may === 'reopen');
  return moveApplications(context, 'reform-refusal', back);
}

/**
 * Gives requests back to the commission that decided first: among the scored, without an outcome. One that was corrected since its score
 * is scored again first, so that the commission reads what stands.
 */
export async function sendBackFiles(
  context: DeedContext,
  sent: readonly { readonly id: string; readonly reason: string }[],
): Promise<Moved[]> {
  const open = new Map((await listOpenToAppeal(context, idsOf(sent))).map((file) => [file.id, file]));
  if (sent.some(({ id }) => !open.get(id)?.canGoBack)) throw new Error('a request cannot go back to its commission any more');
  const proposals = await scoreCorrected(context, idsOf(sent));
  return moveApplications(
    context,
    'send-back-on-appeal',
    sent.map((file) => ({ ...file, proposal: proposals.get(file.id) })),
  );
}

async function scoreCorrected(context: DeedContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const proposals = new Map<string, string>();
  for (const file of await listApplications(context.tx, ids)) {
    const kept = await findLatestAssessment(context.tx, file.id);
    if (kept?.input_digest === file.declaration_digest) continue;
    const assessment = assess(SCHEME_FORMULA, file.declaration);
    await insertAssessments(context.tx, [toAssessmentRow(context, file, assessment)]);
    proposals.set(file.id, assessment.outcome);
  }
  return proposals;
}

function idsOf(files: readonly { readonly id: string }[]): string[] {
  return files.map(({ id }) => id);
}
