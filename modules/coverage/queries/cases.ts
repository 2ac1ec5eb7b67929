import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listCases, listControlsIn } from '../store/controls.ts';

const Case = z.object({
  id: z.string(),
  request_id: z.string(),
  person_id: z.string(),
  scheme: z.string(),
  held_as: z.string(),
  from_day: z.string(),
  to_day: z.string().nullable(),
  source: z.string(),
  state: z.string(),
});

/** The double covers found for some requests: who is covered, by which scheme, since when, and how the case stands. */
export const casesOfRequests = defineQuery({
  name: 'coverage.cases-of-requests',
  summary: 'The double covers found for some requests',
  permission: 'coverage:read',
  input: z.object({ applications: z.array(z.uuid()).max(10_000) }),
  output: z.object({ cases: z.array(Case) }),
  run: async ({ tx }, { applications }) => ({ cases: await listCases(tx, applications) }),
});

/** Which of these requests wait for the insurers, and since when. */
export const waitingControls = defineQuery({
  name: 'coverage.waiting-controls',
  summary: 'Which of these requests wait for the insurers, and since when',
  permission: 'coverage:read',
  input: z.object({ applications: z.array(z.uuid()).max(10_000) }),
  output: z.object({ waiting: z.array(z.object({ application: z.string(), since: z.string() })) }),
  async run({ tx }, { applications }) {
    const rows = await listControlsIn(tx, 'waiting', applications);
    return { waiting: rows.map((row) => ({ application: row.request_id, since: row.asked_at })) };
  },
});
