import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { forgetWords } from '../store/messages.ts';
import { deleteStale } from '../store/recipients.ts';

/** Takes the words and addresses out of messages kept for as long as the law lets them be; that there was one, and what became of it, stays. */
export const forgetMessages = defineAction({
  name: 'notices.forget-messages',
  summary: 'Take the words and addresses out of old messages',
  permission: 'system:notices',
  input: z.object({}),
  output: z.object({ forgotten: z.int() }),
  refusals: [],
  internal: true,
  async run({ tx, now, today }) {
    const { keptDays } = lawAt(today.toString()).notices;
    const before = now.subtract({ hours: 24 * keptDays.value }).toString();
    await deleteStale(tx, { now: now.toString(), since: now.subtract({ hours: 48 }).toString() });
    return { forgotten: await forgetWords(tx, before, now.toString()) };
  },
});
