import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { retryWaitsMs } from '../model/lifecycle.ts';
import { findMessageForUpdate, updateMessage } from '../store/messages.ts';

const Reason = z.string().max(60);

/**
 * Notes what a messenger said of a message given to it: taken, refused for good, or silent, which is tried again until its waits are used up
 * and then given up. The text of a code is forgotten as soon as it will not be sent again.
 */
export const noteHanded = defineAction({
  name: 'notices.note-handed',
  summary: 'Note what a messenger said of a message',
  permission: 'system:notices',
  input: z.object({
    message: z.uuid(),
    handed: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('taken'), reference: z.string().max(200) }),
      z.object({ outcome: z.literal('refused'), reason: Reason }),
      z.object({ outcome: z.literal('silent'), reason: Reason }),
    ]),
  }),
  output: z.object({ state: z.string(), againAfterMs: z.int().optional() }),
  refusals: [],
  internal: true,
  async run(context, { message: id, handed }) {
    const message = await findMessageForUpdate(context.tx, id);
    if (message?.state !== 'waiting') return { state: message?.state ?? 'withdrawn' };
    const attempts = message.attempts + 1;
    const since = context.now.toString();
    const reason = handed.outcome === 'taken' ? null : handed.reason;
    const againAfterMs = handed.outcome === 'silent' ? retryWaitsMs[attempts - 1] : undefined;
    if (againAfterMs !== undefined) {
      await updateMessage(context.tx, id, { attempts, since, reason });
      return { state: 'waiting', againAfterMs };
    }
    const state = ({ taken: 'sent', refused: 'refused', silent: 'given_up' } as const)[handed.outcome];
    const forgotten = message.template === 'code' ? { body: null } : {};
    const reference = handed.outcome === 'taken' ? handed.reference : null;
    await updateMessage(context.tx, id, { state, attempts, since, reason, reference, ...forgotten });
    if (state === 'sent') context.emit('notices.handed', { message: id });
    return { state };
  },
});

/** Notes what became of a message that a messenger had taken. */
export const noteDelivery = defineAction({
  name: 'notices.note-delivery',
  summary: 'Note whether a message that was taken has arrived',
  permission: 'system:notices',
  input: z.object({ message: z.uuid(), state: z.enum(['delivered', 'bounced']) }),
  output: z.object({}),
  refusals: [],
  internal: true,
  async run(context, { message: id, state }) {
    const message = await findMessageForUpdate(context.tx, id);
    if (message?.state === 'sent') await updateMessage(context.tx, id, { state, since: context.now.toString() });
    return {};
  },
});
