import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { normaliseTyped } from '#platform/numbers';
import type { NoticeDesk } from '../actions/made-message.ts';
import { channels, masked } from '../model/channel.ts';
import { messageStates } from '../model/lifecycle.ts';
import { findLastMessage } from '../store/messages.ts';
import { findProof, findRecipient, findRecipientByStop } from '../store/recipients.ts';

const language = z.enum(['ar', 'zgh', 'fr', 'en']);

/** Where a family is told of its request, its address masked, and how the last message fared. */
export const noticesOfRequest = defineQuery({
  name: 'notices.notices-of-request',
  summary: 'Where a family is told of its request, its address masked',
  permission: 'notices:receive',
  internal: true,
  input: z.object({ application: z.uuid() }),
  output: z.object({
    recipient: z
      .object({ channel: z.enum(channels), masked: z.string(), language, lastState: z.enum(messageStates).optional() })
      .optional(),
    /** A code was asked for and may be given back. */
    isProving: z.boolean(),
  }),
  async run({ tx, now }, { application }) {
    const [recipient, proof, last] = [
      await findRecipient(tx, application),
      await findProof(tx, application),
      await findLastMessage(tx, application),
    ];
    const isProving = proof !== undefined && proof.expires_at > new Date(now.epochMilliseconds).toISOString();
    if (!recipient) return { isProving };
    const { channel, address } = recipient;
    return {
      isProving,
      recipient: {
        channel,
        masked: masked(channel, address),
        language: recipient.language,
        ...(last ? { lastState: last.state } : {}),
      },
    };
  },
});

/** Which messages a stop code stops; nothing, and the same nothing, for a code that is nobody's. */
export const noticesToStop = ({ codes }: NoticeDesk) =>
  defineQuery({
    name: 'notices.notices-to-stop',
    summary: 'Which messages a stop code stops',
    permission: 'public:stop-notices',
    reach: 'nation',
    internal: true,
    input: z.object({ code: z.string().max(40) }),
    output: z.object({ recipient: z.object({ application: z.string(), territory: z.string() }).optional() }),
    async run({ tx }, { code }) {
      const found = await findRecipientByStop(tx, codes.digestOfStop(normaliseTyped(code)));
      return { recipient: found && { application: found.application_id, territory: found.territory } };
    },
  });
