import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { getBatchForUpdate, updateBatch } from '../store/intake.ts';

/** Closes a batch: read to its end, or unreadable from some line on. What was stored before a fault stands. */
export const endBatch = defineAction({
  name: 'applications.end-batch',
  summary: 'Close a batch that was read to its end, or cannot be read further',
  permission: 'system:applications',
  input: z.object({
    batch: z.uuid(),
    fault: z.object({ line: z.int(), rule: z.string(), facts: z.record(z.string(), z.unknown()) }).optional(),
  }),
  output: z.object({ batch: z.string() }),
  refusals: [],
  internal: true,
  async run(context, { batch, fault }) {
    const { id, territory } = await getBatchForUpdate(context.tx, batch);
    await updateBatch(context.tx, id, {
      state: fault ? 'unreadable' : 'received',
      fault: fault ? JSON.stringify(fault) : null,
      finished_at: context.now.toString(),
    });
    context.journal({
      subject: `batch:${id}`,
      territory,
      after: digestOf({ batch: id, fault: fault?.rule }),
      ...(fault ? { reason: fault.rule } : {}),
    });
    context.emit('applications.batch-ended', { batch: id });
    return { batch: id };
  },
});
