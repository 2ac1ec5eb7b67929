import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { territoryOf } from '#platform/permissions';
import { SenderReference } from '../gateway/batch/index.ts';
import { getBatchByDigest, insertBatch } from '../store/intake.ts';

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
  // The file is what was received: told again by another hand, from another place, it is the same.
  identity: ({ fileDigest }) => ({ fileDigest }),
  async run(context, input) {
    const id = newId();
    const { fileDigest, filePath, sender, reference, format, rehearsal } = input;
    const isNew = await insertBatch(context.tx, {
      id,
      sender,
      reference,
      territory: territoryOf(context.actor),
      file_digest: fileDigest,
      file_path: filePath,
      format,
      state: 'receiving',
      next_ordinal: 1,
      accepted: 0,
      refused: 0,
      repeated: 0,
      rehearsal,
      received_at: context.now.toString(),
    });
    if (!isNew) return { batch: (await getBatchByDigest(context.tx, fileDigest)).id, known: true };
    context.journal({ subject: `batch:${id}`, territory: territoryOf(context.actor), after: fileDigest });
    context.emit('applications.batch-received', { batch: id });
    return { batch: id, known: false };
  },
});
