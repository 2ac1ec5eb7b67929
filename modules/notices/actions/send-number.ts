import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { countMessages } from '../store/messages.ts';
import { findRecipient } from '../store/recipients.ts';
import { type NoticeDesk, post, toMessage } from './made-message.ts';

/** Sends the number of a request, and where to follow it, to the place its family has proven; a few times a day at most. */
export const sendNumber = (desk: NoticeDesk) =>
  defineAction({
    name: 'notices.send-number',
    summary: 'Send the number of a request to the place its family has proven',
    permission: 'notices:receive',
    input: z.object({ application: z.uuid() }),
    output: z.object({}),
    refusals: ['nobody-to-tell', 'sent-enough'],
    internal: true,
    async run(context, { application }) {
      const to = await findRecipient(context.tx, application);
      if (!to) return refuse('nobody-to-tell', { place: 'application' });
      const since = context.now.subtract({ hours: 24 }).toString();
      const sent = await countMessages(context.tx, { application, template: 'number', since });
      if (sent >= lawAt(context.today.toString()).notices.codesPerDay.value)
        return refuse('sent-enough', { place: 'application' });
      await post(context, [toMessage(context, desk, { to, template: 'number' })]);
      const { territory, channel } = to;
      context.journal({ subject: `application:${application}`, territory, after: digestOf({ told: 'number', channel }) });
      return {};
    },
  });
