import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { neededKinds } from '../model/needed-papers.ts';
import { moveApplications } from '../store/move.ts';
import { insertPaperRequest } from '../store/paper-requests.ts';

/**
 * Asks the family about a difference that no paper in hand explains: which papers it is to bring, and what it is asked. The request waits for
 * the family, which reads the question; when it has answered, the counter accepts its papers and the officer judges with them in hand. Refused
 * when the request is not discordant in the jurisdiction.
 */
export const askTheCitizen = defineAction({
  name: 'applications.ask-the-citizen',
  summary: 'Ask the family of a discordant request about a difference',
  permission: 'verifications:settle',
  input: z.object({
    application: z.uuid(),
    papers: z.array(z.enum(neededKinds)).max(neededKinds.length),
    question: z.string().trim().min(5).max(500),
  }),
  output: z.object({ application: z.string(), number: z.string() }),
  refusals: ['not-discordant'],
  async run(context, { application, papers, question }) {
    const asked = [...new Set(papers)];
    const reason = asked.length === 0 ? 'question' : asked.join(',');
    const [moved] = await moveApplications(context, 'ask-the-citizen', [{ id: application, reason }]);
    if (!moved) return refuse('not-discordant', { place: 'application' });
    await insertPaperRequest(context.tx, {
      application_id: application,
      territory: moved.territory,
      asked_at: context.now.toString(),
      papers: asked,
      note: question,
    });
    context.emit('applications.papers-asked', { applications: [application] });
    return { application, number: moved.number };
  },
});
