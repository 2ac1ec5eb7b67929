import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findBatch } from '../store/intake.ts';

/** Where the file of a batch lies and at which record its reading goes on. */
export const batchToRead = defineQuery({
  name: 'applications.batch-to-read',
  summary: 'Where the file of a batch lies and at which record its reading goes on',
  permission: 'system:applications',
  input: z.object({ batch: z.uuid() }),
  output: z.object({
    batch: z.object({
      filePath: z.string(),
      format: z.string(),
      state: z.string(),
      nextOrdinal: z.int(),
      territory: z.string(),
    }),
  }),
  internal: true,
  async run({ tx }, input) {
    const batch = await findBatch(tx, input.batch);
    if (!batch) throw new Error(`batch ${input.batch} is not stored`);
    const { file_path: filePath, format, state, next_ordinal: nextOrdinal, territory } = batch;
    return { batch: { filePath, format, state, nextOrdinal, territory } };
  },
});
