import { z } from 'zod';
import { listAppealTidings, listTidings } from '#modules/commissions';
import { listRequestsOfRegistrations } from '#modules/entitlements';
import { defineAction } from '#platform/actions';
import type { Tx } from '#platform/database';
import { type Outcome, type Template, templates } from '../model/templates.ts';
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
      const outcomes = await readOutcomes(
        context.tx,
        template,
        recipients.map((to) => to.application_id),
      );
      return {
        messages: await post(
          context,
          recipients.map((to) => toMessage(context, desk, { to, template, became: outcomes.get(to.application_id) })),
        ),
      };
    },
  });

/** What became of each request, for the templates that tell it. */
async function readOutcomes(tx: Tx, template: Template, applications: string[]): Promise<ReadonlyMap<string, Outcome>> {
  if (template === 'appeal-decided') {
    const answered = await listAppealTidings(tx, applications);
    return new Map(answered.map(({ application, outcome }) => [application, { outcome }]));
  }
  if (template !== 'decided' && template !== 'put-off') return new Map();
  const tidings = await listTidings(tx, applications);
  return new Map(
    tidings.map(({ application, outcome, contestUntil }) => [
      application,
      { outcome: isAdmission(outcome) ? 'accepted' : outcome, ...(contestUntil ? { contestUntil } : {}) },
    ]),
  );
}

/** The category is not for whoever reads over a shoulder. */
function isAdmission(outcome: string): boolean {
  return outcome === 'poor' || outcome === 'vulnerable';
}
