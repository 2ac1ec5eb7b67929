import { z } from 'zod';
import { listRequestsOfRegistrations } from '#modules/entitlements';
import { defineAction } from '#platform/actions';
import { templates } from '../model/templates.ts';
import { listRecipients } from '../store/recipients.ts';
import { type NoticeDesk, post, toMessage } from './made-message.ts';

/**
 * Puts what happened to some requests in the outbox, for the families that asked to be told. The deed's key stands for the event: an event
 * delivered again, by whatever way, adds nothing.
 */
export const composeMessages = (desk: NoticeDesk) =>
  defineAction({
    name: 'notices.compose-messages',
    summary: 'Put what happened to some requests in the outbox',
    permission: 'system:notices',
    input: z.object({
      template: z.enum(templates).exclude(['code', 'followed', 'number']),
      applications: z.array(z.uuid()).default([]),
      registrations: z.array(z.string()).default([]),
    }),
    output: z.object({ messages: z.int() }),
    refusals: [],
    internal: true,
    async run(context, { template, applications, registrations }) {
      const registered = await listRequestsOfRegistrations(context.tx, registrations);
      const recipients = await listRecipients(context.tx, [...applications, ...registered]);
      return {
        messages: await post(
          context,
          recipients.map((to) => toMessage(context, desk, { to, template })),
        ),
      };
    },
  });
