import { z } from 'zod';
import { correctFile } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { actedFirst } from '../model/first-deciders.ts';
import { findAppealForUpdate } from '../store/appeals.ts';
import { findFirstDeciders } from '../store/first-deciders.ts';

const ChangeWanted = z.object({ place: z.string().min(1).max(80), from: z.json().optional(), to: z.json().optional() });

/**
 * Corrects, while an appeal is examined, what a family declared and now shows otherwise: a new version of its request beside the one that was
 * decided upon. Decides nothing; the commission sees both, and what each comes to. Not once a family is registered: its rights rest on it.
 */
export const correctOnAppeal = defineAction({
  name: 'commissions.correct-on-appeal',
  summary: 'Correct answers of a request whose decision is contested, with the reason',
  permission: 'commissions:hear-appeals',
  input: z.object({
    appeal: z.uuid(),
    changes: z.array(ChangeWanted).min(1).max(200),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ application: z.string(), number: z.string(), version: z.int(), digest: z.string() }),
  refusals: [
    'appeal-not-found',
    'appeal-not-in-instruction',
    'decided-first',
    'file-not-found',
    'not-correctable',
    'changed-meanwhile',
    'broken-answers',
    'open-request',
  ],
  async run(context, { appeal: id, changes, reason }) {
    const appeal = await findAppealForUpdate(context.tx, id);
    if (!appeal) return refuse('appeal-not-found', { place: 'appeal' });
    const { number, state, application_id: application } = appeal;
    if (state !== 'admitted' && state !== 'scheduled')
      return refuse('appeal-not-in-instruction', { place: 'appeal', facts: { number } });
    if (actedFirst(context.actor.id, await findFirstDeciders(context.tx, appeal)))
      return refuse('decided-first', { place: 'appeal', facts: { number } });
    return correctFile(context, { application, changes, reason }, (at) => at === 'closed' || at === 'validated');
  },
});
