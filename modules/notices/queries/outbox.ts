import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { channels } from '../model/channel.ts';
import { messageStates } from '../model/lifecycle.ts';
import { countOutbox, findMessage } from '../store/messages.ts';

const Outgoing = z.object({
  id: z.string(),
  channel: z.enum(channels),
  address: z.string(),
  language: z.enum(['ar', 'zgh', 'fr', 'en']),
  body: z.string(),
  attempts: z.int(),
});

/** A message that is still to be sent, with its words; nothing once it has left or is not wanted any more. */
export const messageToSend = defineQuery({
  name: 'notices.message-to-send',
  summary: 'A message that is still to be sent',
  permission: 'system:notices',
  internal: true,
  input: z.object({ message: z.uuid() }),
  output: z.object({ message: Outgoing.optional() }),
  async run({ tx }, { message: id }) {
    const found = await findMessage(tx, id);
    if (found?.state !== 'waiting' || found.address === null || found.body === null) return {};
    const { channel, address, language, body, attempts } = found;
    return { message: { id, channel, address, language, body, attempts } };
  },
});

/** What a messenger called a message that it took and of which nothing more is known. */
export const messageUnderWay = defineQuery({
  name: 'notices.message-under-way',
  summary: 'A message that a messenger took and has not told of again',
  permission: 'system:notices',
  internal: true,
  input: z.object({ message: z.uuid() }),
  output: z.object({
    message: z.object({ channel: z.enum(channels), reference: z.string(), sentAt: z.string() }).optional(),
  }),
  async run({ tx }, { message: id }) {
    const found = await findMessage(tx, id);
    if (found?.state !== 'sent' || found.reference === null) return {};
    return { message: { channel: found.channel, reference: found.reference, sentAt: found.since } };
  },
});

/** How the outbox stands: messages by channel and state, the segments they took, and since when the oldest is there. No address, no words. */
export const outboxState = defineQuery({
  name: 'notices.outbox-state',
  summary: 'How many messages wait, went, failed: by channel and state',
  permission: 'notices:read',
  input: z.object({}),
  output: z.object({
    counts: z.array(
      z.object({
        channel: z.enum(channels),
        state: z.enum(messageStates),
        messages: z.int(),
        segments: z.int(),
        oldest: z.string(),
      }),
    ),
  }),
  run: async ({ tx }) => ({ counts: await countOutbox(tx) }),
});
