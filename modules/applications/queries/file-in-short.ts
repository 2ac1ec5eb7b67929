import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findApplication } from '../store/applications.ts';

/** Whether a file is there for the asker, where it lies and stands: what a page that arrives for it needs to know, and nothing of the family. */
export const fileInShort = defineQuery({
  name: 'applications.file-in-short',
  summary: 'Whether a file is there, and where it stands',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({
    file: z.object({ id: z.string(), number: z.string(), territory: z.string(), state: z.string() }).optional(),
  }),
  async run({ tx }, { application }) {
    const file = await findApplication(tx, application);
    return { file: file && { id: file.id, number: file.number, territory: file.territory, state: file.state } };
  },
});
