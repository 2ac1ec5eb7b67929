import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { neededKinds } from '../model/needed-papers.ts';
import { moveApplications } from '../store/move.ts';
import { insertPaperRequest } from '../store/paper-requests.ts';

/**
 * Asks the family of a filed request for papers that are missing or cannot be read: the request waits for the family, which reads which
 * ones. Refused when the request is not filed, or is not of the post's jurisdiction.
 */
export const askForPapers = defineAction({
  name: 'applications.ask-for-papers',
  summary: 'Ask the family of a filed request for papers',
  permission: 'applications:check-papers',
  input: z.object({
    application: z.uuid(),
    papers: z.array(z.enum(neededKinds)).min(1).max(neededKinds.length),
    note: z.string().trim().max(500).optional(),
  }),
  output: z.object({ application: z.string(), number: z.string() }),
  refusals: ['not-filed'],
  async run(context, { application, papers, note }) {
    const asked = [...new Set(papers)];
    const [moved] = await moveApplications(context, 'ask-for-papers', [{ id: application, reason: asked.join(',') }]);
    if (!moved) return refuse('not-filed', { place: 'application' });
    await insertPaperRequest(context.tx, {
      application_id: application,
      territory: moved.territory,
      asked_at: context.now.toString(),
      papers: asked,
      note: note === undefined || note === '' ? null : note,
    });
    context.emit('applications.papers-asked', { applications: [application] });
    return { application, number: moved.number };
  },
});
