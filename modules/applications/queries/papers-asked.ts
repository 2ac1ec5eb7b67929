import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findLatestPaperRequest } from '../store/paper-requests.ts';

/** The papers a family was last asked for, with the counter's note to it; none when it never was. */
export const papersAsked = defineQuery({
  name: 'applications.papers-asked',
  summary: 'The papers a family was last asked for',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({
    asked: z.object({ askedAt: z.string(), papers: z.array(z.string()), note: z.string().nullable() }).optional(),
  }),
  async run({ tx }, { application }) {
    const row = await findLatestPaperRequest(tx, application);
    return row ? { asked: { askedAt: row.asked_at, papers: row.papers, note: row.note } } : {};
  },
});
