import { z } from 'zod';
import { listFilesInBrief, putOnAgenda } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import type { Proposal } from '../model/decision.ts';
import { SITTING_CAPACITY } from '../model/sitting.ts';
import { findSittingForUpdate, insertAgenda, moveSittings } from '../store/sittings.ts';

/**
 * Fixes what a sitting will rule on, in the order given. Only scored files of the commission's own territory can be put before it.
 * `rehearsal`: the named cast, where there is one, goes on with the sitting by itself.
 */
export const freezeAgenda = defineAction({
  name: 'commissions.freeze-agenda',
  summary: 'Fix the files a sitting will rule on',
  permission: 'commissions:prepare',
  input: z.object({
    sitting: z.uuid(),
    applications: z.array(z.uuid()).min(1).max(SITTING_CAPACITY),
    rehearsal: z.boolean().default(false),
  }),
  output: z.object({ sitting: z.string(), files: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-convened', 'file-not-ready', 'file-listed-twice'],
  async run(context, { sitting: id, applications, rehearsal }) {
    const sitting = await findSittingForUpdate(context.tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    if (sitting.state !== 'convened')
      return refuse('sitting-not-convened', { place: 'sitting', facts: { state: sitting.state } });
    if (new Set(applications).size !== applications.length) return refuse('file-listed-twice', { place: 'applications' });
    const files = new Map((await listFilesInBrief(context.tx, applications)).map((file) => [file.id, file]));
    const stranger = applications.find((application) => files.get(application)?.territory !== sitting.territory);
    if (stranger) return refuse('file-not-ready', { place: 'applications', facts: { application: stranger } });
    const moved = await putOnAgenda(context, applications);
    if (moved.length !== applications.length)
      return refuse('file-not-ready', { place: 'applications', facts: { ready: moved.length } });
    await insertAgenda(
      context.tx,
      applications.map((application, index) => ({
        sitting_id: id,
        application_id: application,
        position: index + 1,
        proposal: (files.get(application)?.proposal ?? 'not_eligible') as Proposal,
        territory: sitting.territory,
        concordant: null,
        why: null,
        version: null,
        declaration_digest: null,
        formula: null,
        formula_digest: null,
        result_digest: null,
      })),
    );
    await moveSittings(context.tx, 'freeze-agenda', [id], { rehearsal });
    context.journal({ subject: `sitting:${id}`, territory: sitting.territory, after: digestOf({ sitting: id, applications }) });
    return { sitting: id, files: applications.length };
  },
});
