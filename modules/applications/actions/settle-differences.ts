import { z } from 'zod';
import { judgeDifferences, settlingReasons, verdicts } from '#modules/verifications';
import { type DeedContext, defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { listApplicationsForUpdate } from '../store/applications.ts';
import { moveApplications } from '../store/move.ts';
import type { ApplicationRow } from '../store/tables.ts';
import { conclude } from './conclude-checks.ts';

const Judgement = z.object({
  partner: z.string().max(20),
  ref: z.int().positive(),
  field: z.enum(['card', 'names', 'birth_date', 'sex', 'vital_status', 'cover']),
  verdict: z.enum(verdicts),
});
const why = { reason: z.enum(settlingReasons), note: z.string().trim().max(500).optional() };

/**
 * Settles every difference of a discordant request, each judged to be of the same person or not, with the reason. It then goes on: scored at
 * once when every answer stands, else when the partner has been asked again, about whoever the request states now. The same two values never
 * stop it again. Refused when the request is not discordant in the jurisdiction, when a judgement is of no open difference, and when a
 * difference is left unjudged.
 */
export const settleDifferences = defineAction({
  name: 'applications.settle-differences',
  summary: 'Settle the differences between a request and the registers',
  permission: 'verifications:settle',
  input: z.object({ application: z.uuid(), judgements: z.array(Judgement).max(200), ...why }),
  output: z.object({ application: z.string(), number: z.string(), askedAgain: z.array(z.string()), state: z.string() }),
  refusals: ['not-discordant', 'no-such-difference', 'not-all-judged'],
  async run(context, { application, judgements, reason, note = '' }) {
    const [file] = await listApplicationsForUpdate(context.tx, [application], 'discordant');
    if (!file) return refuse('not-discordant', { place: 'application' });
    const judged = await judgeDifferences(context, application, { found: judgements, reason, note: note === '' ? null : note });
    if ('refused' in judged) return judged;
    const { scored, discordant } = await goOn(context, [file], {
      askedAgain: judged.askedAgain.length > 0 ? [file] : [],
      reason,
    });
    const state = scored > 0 ? 'scored' : discordant > 0 ? 'discordant' : 'checking';
    return { application, number: file.number, askedAgain: [...judged.askedAgain], state };
  },
});

/**
 * The same verdict and reason on all differences of several discordant requests, each told in the journal as if settled alone. Requests that
 * are no longer discordant are left as they are, and named.
 */
export const settleSeveral = defineAction({
  name: 'applications.settle-several',
  summary: 'Settle all differences of several requests in one way',
  permission: 'verifications:settle',
  input: z.object({ applications: z.array(z.uuid()).min(1).max(100), verdict: z.enum(verdicts), ...why }),
  output: z.object({ settled: z.array(z.string()), left: z.array(z.string()), askedAgain: z.array(z.string()) }),
  refusals: [],
  async run(context, { applications, verdict, reason, note = '' }) {
    const files = await listApplicationsForUpdate(context.tx, applications, 'discordant');
    const askedAgain: ApplicationRow[] = [];
    for (const file of files) {
      const judged = await judgeDifferences(context, file.id, { found: verdict, reason, note: note === '' ? null : note });
      if ('refused' in judged) throw new Error(`judging all differences left some: ${judged.refused}`);
      if (judged.askedAgain.length > 0) askedAgain.push(file);
    }
    await goOn(context, files, { askedAgain, reason });
    const settled = files.map(({ id }) => id);
    const left = applications.filter((id) => !settled.includes(id));
    return { settled, left, askedAgain: askedAgain.map(({ id }) => id) };
  },
});

async function goOn(
  context: DeedContext,
  files: readonly ApplicationRow[],
  { askedAgain, reason }: { askedAgain: readonly ApplicationRow[]; reason: string },
): Promise<{ scored: number; discordant: number }> {
  await moveApplications(
    context,
    'settle-difference',
    files.map(({ id }) => ({ id, reason })),
  );
  const waiting = askedAgain.map(({ id }) => id);
  if (waiting.length > 0) context.emit('applications.checking-opened', { applications: waiting });
  return conclude(
    context,
    files.map(({ id }) => id),
  );
}
