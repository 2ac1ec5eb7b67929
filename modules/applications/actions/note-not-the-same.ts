import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { insertNotTheSame } from '../store/counter-entries.ts';
import { listVisibleIds } from '../store/finding.ts';

/**
 * Notes that two files that look alike are of different families, and why: nobody is warned of them again. A judgement that was made before
 * stays as it was. Refused when one of them is not of the jurisdiction, or both are one.
 */
export const noteNotTheSame = defineAction({
  name: 'applications.note-not-the-same',
  summary: 'Note that two files that look alike are of different families',
  permission: 'applications:correct',
  input: z.object({ application: z.uuid(), other: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ application: z.string(), other: z.string() }),
  refusals: ['file-not-found'],
  async run(context, { application, other, reason }) {
    const files = await listVisibleIds(context.tx, [application, other]);
    const [own, compared] = [application, other].map((id) => files.find((file) => file.id === id));
    if (!own || !compared || own === compared) return refuse('file-not-found', { place: own ? 'other' : 'application' });
    const noted = { noted_at: context.now.toString(), noted_by: context.actor.id };
    await insertNotTheSame(context.tx, [{ pair: [application, other], territory: own.territory, reason, ...noted }]);
    const after = digestOf({ application, other, is: 'not-the-same' });
    for (const { id, territory } of [own, compared]) context.journal({ subject: `application:${id}`, territory, after, reason });
    return { application, other };
  },
});
