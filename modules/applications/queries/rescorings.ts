import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listRescored, listRescoringRuns } from '../store/rescoring.ts';

const Move = z.object({ proposal: z.string().nullable(), outcome: z.string(), files: z.int() });

const Run = z.object({
  id: z.string(),
  formula: z.string(),
  formula_digests: z.array(z.string()),
  judged_on: z.string().nullable(),
  run_at: z.string(),
  files: z.int(),
  moves: z.array(Move),
});

/** What other formulas said of everyone, the newest run first: how many files each pair of proposal and new outcome has. */
export const rescorings = defineQuery({
  name: 'applications.rescorings',
  summary: 'What other formulas said of every request, the newest run first',
  permission: 'applications:read',
  input: z.object({ limit: z.int().min(1).max(100).default(20) }),
  output: z.object({ runs: z.array(Run) }),
  run: async ({ tx }, { limit }) => ({ runs: (await listRescoringRuns(tx, limit)) as never }),
});

/** The files behind one number of a run: proposed for one outcome, judged for another. */
export const rescoredFiles = defineQuery({
  name: 'applications.rescored-files',
  summary: 'The files of a run that were proposed for one outcome and judged for another',
  permission: 'applications:read',
  input: z.object({
    run: z.uuid(),
    proposal: z.string().nullable(),
    outcome: z.string(),
    after: z.uuid().optional(),
    limit: z.int().min(1).max(1_000).default(200),
  }),
  output: z.object({
    files: z.array(z.object({ id: z.string(), number: z.string(), territory: z.string(), score: z.number().nullable() })),
  }),
  run: async ({ tx }, page) => ({ files: await listRescored(tx, { ...page, after: page.after }) }),
});
