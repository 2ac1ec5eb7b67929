import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { type State, states } from '../model/lifecycle.ts';
import { countByState, listQueue } from '../store/applications.ts';
import { listReady } from '../store/ready.ts';

const StateName = z.enum(Object.keys(states) as [State, ...State[]]);

const Listed = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  state: StateName,
  since: z.string(),
  territory: z.string(),
  head_names: z.object({
    fr: z.object({ family: z.string(), given: z.string() }).optional(),
    ar: z.object({ family: z.string(), given: z.string() }).optional(),
  }),
  proposal: z.string().nullable(),
  outcome: z.string().nullable(),
  filed_on: z.string(),
});

/** The files of the asker's jurisdiction in one state, the longest waiting first, a page at a time. */
export const filesByState = defineQuery({
  name: 'applications.files-by-state',
  summary: 'The files of the jurisdiction in one state, the longest waiting first',
  permission: 'applications:read',
  input: z.object({
    state: StateName,
    territory: z.string().optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.object({ since: z.iso.datetime({ offset: true }), id: z.uuid() }).optional(),
  }),
  output: z.object({ files: z.array(Listed) }),
  run: async ({ tx }, input) => ({ files: (await listQueue(tx, input.state, input)) as never }),
});

/** How many files stand in each state within the asker's jurisdiction, and since when the oldest. */
export const filesCounted = defineQuery({
  name: 'applications.files-counted',
  summary: 'How many files stand in each state within the jurisdiction',
  permission: 'applications:read',
  input: z.object({ batch: z.uuid().optional() }),
  output: z.object({
    counts: z.array(z.object({ state: StateName, outcome: z.string().nullable(), files: z.int(), oldest: z.string() })),
  }),
  run: async ({ tx }, { batch }) => ({ counts: await countByState(tx, batch) }),
});

/** Scored files that wait for an agenda, by commune then by age. */
export const filesReady = defineQuery({
  name: 'applications.files-ready',
  summary: 'Scored files that wait for an agenda, by commune then by age',
  permission: 'applications:read',
  input: z.object({ rehearsal: z.boolean().default(false), limit: z.int().min(1).max(5_000).default(1_000) }),
  output: z.object({
    files: z.array(z.object({ id: z.string(), territory: z.string(), proposal: z.string(), since: z.string() })),
  }),
  run: async ({ tx }, input) => ({ files: await listReady(tx, input) }),
});
