import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { countByState } from '../store/applications.ts';
import { countRefusals, listFiles, listRecentBatches, listRefused } from '../store/batches.ts';
import { findBatch } from '../store/intake.ts';

const Progress = z.object({
  sender: z.string(),
  reference: z.string(),
  state: z.enum(['receiving', 'received', 'unreadable']),
  accepted: z.int(),
  refused: z.int(),
  repeated: z.int(),
  fault: z.unknown(),
  refusals: z.array(z.object({ rule: z.string(), records: z.int() })),
  states: z.array(z.object({ state: z.string(), outcome: z.string().nullable(), files: z.int(), oldest: z.string() })),
});

/** How far a batch has come: what was read, what was refused and why, and where its files stand now. */
export const batchProgress = defineQuery({
  name: 'applications.batch-progress',
  summary: 'How far a batch has come: read, refused and why, where its files stand',
  permission: 'applications:read',
  input: z.object({ batch: z.uuid() }),
  output: z.object({ progress: Progress.optional() }),
  async run({ tx }, input) {
    const batch = await findBatch(tx, input.batch);
    if (!batch) return {};
    const { sender, reference, state, accepted, refused, repeated, fault } = batch;
    return {
      progress: {
        sender,
        reference,
        state,
        accepted,
        refused,
        repeated,
        fault,
        refusals: await countRefusals(tx, input.batch),
        states: await countByState(tx, input.batch),
      },
    };
  },
});

const RefusedRecord = z.object({
  ordinal: z.int(),
  line: z.int(),
  reference: z.string().nullable(),
  rule: z.string(),
  refusals: z.unknown(),
});

/** The records of a batch that were refused, with their lines and every reason, a page at a time. */
export const refusedRecords = defineQuery({
  name: 'applications.refused-records',
  summary: 'The refused records of a batch with their lines and reasons',
  permission: 'applications:read',
  input: z.object({ batch: z.uuid(), after: z.int32().default(0), limit: z.int().min(1).max(1_000).default(200) }),
  output: z.object({ records: z.array(RefusedRecord) }),
  run: async ({ tx }, page) => ({ records: await listRefused(tx, page) }),
});

/** The files of a batch, by identifier, a page at a time: for the modules that count what became of them. */
export const filesOfBatch = defineQuery({
  name: 'applications.files-of-batch',
  summary: 'The files of a batch, a page at a time',
  permission: 'applications:read',
  input: z.object({ batch: z.uuid(), after: z.uuid().optional(), limit: z.int().min(1).max(10_000).default(5_000) }),
  output: z.object({
    files: z.array(
      z.object({ id: z.string(), number: z.string(), state: z.string(), outcome: z.string().nullable(), birthDate: z.string() }),
    ),
  }),
  internal: true,
  run: async ({ tx }, { batch, after, limit }) => ({ files: await listFiles(tx, { batch, after, limit }) }),
});

const Batch = z.object({
  id: z.string(),
  sender: z.string(),
  reference: z.string(),
  state: z.string(),
  rehearsal: z.boolean(),
  received_at: z.string(),
});

/** The batches received last, the newest first. */
export const recentBatches = defineQuery({
  name: 'applications.recent-batches',
  summary: 'The batches received last, the newest first',
  permission: 'applications:read',
  input: z.object({ limit: z.int().min(1).max(100).default(20) }),
  output: z.object({ batches: z.array(Batch) }),
  run: async ({ tx }, { limit }) => ({ batches: await listRecentBatches(tx, limit) }),
});
