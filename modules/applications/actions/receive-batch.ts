import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { SenderReference } from '../gateway/batch/index.ts';
import { findBatchByDigest } from '../store/intake.ts';
import { tables } from '../store/tables.ts';

/**
 * Registers a file of requests that has arrived whole in the house's own folder, and has it read in the background. The same file again,
 * whatever its name, is the batch already known and changes nothing.
 */
export const receiveBatch = defineAction({
  name: 'applications.receive-batch',
  summary: 'Register a file of requests and have it read',
  permission: 'applications:receive-batch',
  input: z.object({
    sender: SenderReference,
    reference: SenderReference,
    fileDigest: z.string().regex(/^[0-9a-f]{64}$/),
    filePath: z.string().min(1),
    format: z.enum(['xml', 'ndjson', 'csv']),
    rehearsal: z.boolean().default(false),
  }),
  output: z.object({ batch: z.string(), known: z.boolean() }),
  refusals: [],
  internal: true,
  async run(context, input) {
    const known = await findBatchByDigest(context.tx, input.fileDigest);
    if (known) return { batch: known.id, known: true };
    const id = newId();
    await tables(context.tx)
      .insertInto('batch')
      .values({
        id,
        sender: input.sender,
        reference: input.reference,
        file_digest: input.fileDigest,
        file_path: input.filePath,
        format: input.format,
        state: 'receiving',
        next_ordinal: 1,
        accepted: 0,
        refused: 0,
        repeated: 0,
        fault: null,
        rehearsal: input.rehearsal,
        received_at: context.now.toString(),
        finished_at: null,
      })
      .execute();
    context.journal({ subject: `batch:${id}`, territory: '', after: input.fileDigest });
    context.emit('applications.batch-received', { batch: id });
    return { batch: id, known: false };
  },
});
