import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listPrintings } from '../store/printings.ts';

/** What was printed of a file, by whom and when, the first one first. */
export const printingsOfFile = defineQuery({
  name: 'applications.printings-of-file',
  summary: 'What was printed of a file, by whom and when',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ printings: z.array(z.object({ paper: z.string(), at: z.string(), by: z.string() })) }),
  async run({ tx }, { application }) {
    const rows = await listPrintings(tx, application);
    return { printings: rows.map(({ paper, printed_at: at, printed_by: by }) => ({ paper, at, by })) };
  },
});
