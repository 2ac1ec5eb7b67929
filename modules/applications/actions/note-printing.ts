import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { printedPapers } from '../model/printed-papers.ts';
import { findApplication } from '../store/applications.ts';
import { insertPrinting, listPrintings } from '../store/printings.ts';

/** Notes that an agent prints a paper of a file, before it is printed, and tells how often it was. Refused for a file elsewhere. */
export const notePrinting = defineAction({
  name: 'applications.note-printing',
  summary: 'Note that a paper of a file is printed',
  permission: 'applications:read',
  input: z.object({ application: z.uuid(), paper: z.enum(printedPapers) }),
  output: z.object({ application: z.string(), paper: z.string(), times: z.int() }),
  refusals: ['file-not-found'],
  async run({ tx, actor, now, journal }, { application, paper }) {
    const file = await findApplication(tx, application);
    if (!file) return refuse('file-not-found', { place: 'application' });
    const { territory } = file;
    const row = { application_id: application, territory, paper, printed_at: now.toString(), printed_by: actor.id };
    await insertPrinting(tx, { ...row, post: actor.post ?? null });
    const times = (await listPrintings(tx, application)).filter((one) => one.paper === paper).length;
    const after = digestOf({ application, paper, times });
    journal({ subject: `application:${application}`, territory, after, reason: `printed ${paper}` });
    return { application, paper, times };
  },
});
