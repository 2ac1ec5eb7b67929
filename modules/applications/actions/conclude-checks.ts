import { z } from 'zod';
import { assess } from '#modules/eligibility';
import { standingsOf } from '#modules/verifications';
import { type DeedContext, defineAction } from '#platform/actions';
import { SCHEME_FORMULA } from '../model/scheme.ts';
import { insertAssessments, listApplicationsForUpdate } from '../store/applications.ts';
import { moveApplications } from '../store/move.ts';
import type { ApplicationRow } from '../store/tables.ts';
import { toAssessmentRow } from './assessment-row.ts';

/**
 * Looks at requests of which a partner has just answered: those with every answer in are scored, or set aside when an answer contradicts
 * the declaration. Those that still wait stay where they are.
 */
export const concludeChecks = defineAction({
  name: 'applications.conclude-checks',
  summary: 'Score the requests whose checks are all in, set aside those with a difference',
  permission: 'system:applications',
  input: z.object({ applications: z.array(z.uuid()) }),
  output: z.object({ scored: z.int(), discordant: z.int() }),
  refusals: [],
  internal: true,
  run: (context, { applications }) => conclude(context, applications),
});

/** The same, part of a deed after which nothing may be left to wait for. */
export async function conclude(
  context: DeedContext,
  applications: readonly string[],
): Promise<{ scored: number; discordant: number }> {
  const files = await listApplicationsForUpdate(context.tx, applications, 'checking');
  const standings = await standingsOf(
    context.tx,
    files.map((file) => file.id),
  );
  const standing = new Map(standings.map((one) => [one.request, one]));
  const complete = files.filter((file) => standing.get(file.id)?.complete);
  const discordant = complete.filter((file) => standing.get(file.id)?.toSettle);
  const concordant = complete.filter((file) => !standing.get(file.id)?.toSettle);
  await moveApplications(
    context,
    'find-difference',
    discordant.map((file) => ({ id: file.id })),
  );
  await score(context, concordant);
  return { scored: concordant.length, discordant: discordant.length };
}

async function score(context: DeedContext, files: readonly ApplicationRow[]): Promise<void> {
  if (files.length === 0) return;
  const assessed = files.map((file) => ({ file, assessment: assess(SCHEME_FORMULA, file.declaration) }));
  await insertAssessments(
    context.tx,
    assessed.map(({ file, assessment }) => toAssessmentRow(context, file, assessment)),
  );
  await moveApplications(
    context,
    'score',
    assessed.map(({ file, assessment }) => ({ id: file.id, proposal: assessment.outcome })),
  );
  context.emit('applications.scored', { applications: files.map((file) => file.id) });
}
