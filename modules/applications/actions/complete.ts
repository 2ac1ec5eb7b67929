import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { moveApplications } from '../store/move.ts';

/**
 * Notes that the papers a family was asked for have come: the request is filed again, for the counter to look at. Refused when the
 * request waits for no papers, or is not of the post's jurisdiction.
 */
export const complete = defineAction({
  name: 'applications.complete',
  summary: 'Note that the papers asked for have come',
  permission: 'applications:check-papers',
  input: z.object({ application: z.uuid() }),
  output: z.object({ application: z.string(), number: z.string() }),
  refusals: ['not-incomplete'],
  async run(context, { application }) {
    const [moved] = await moveApplications(context, 'complete', [{ id: application }]);
    if (!moved) return refuse('not-incomplete', { place: 'application' });
    context.emit('applications.completed', { applications: [application] });
    return { application, number: moved.number };
  },
});
