import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { withdrawWaiting } from '../store/messages.ts';
import { deleteProof, deleteRecipient, findRecipient } from '../store/recipients.ts';

/** Stops the messages about a request at once: the address is forgotten, and what was waiting for it is not sent. Stopped twice is stopped. */
export const stopNotices = defineAction({
  name: 'notices.stop-notices',
  summary: 'Stop the messages about a request and forget where they went',
  permission: 'notices:receive',
  input: z.object({ application: z.uuid() }),
  output: z.object({}),
  refusals: [],
  internal: true,
  async run(context, { application }) {
    const recipient = await findRecipient(context.tx, application);
    await deleteProof(context.tx, application);
    await withdrawWaiting(context.tx, application, context.now.toString());
    if (!recipient) return {};
    const { territory, channel, language } = recipient;
    await deleteRecipient(context.tx, application);
    context.journal({
      subject: `application:${application}`,
      territory,
      before: digestOf({ recipient: application, channel, language }),
      after: digestOf({ recipient: application, state: 'stopped' }),
    });
    return {};
  },
});
