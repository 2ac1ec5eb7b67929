import { z } from 'zod';
import { lawAt } from '#law';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { territoryOf } from '#platform/permissions';
import { channels } from '../model/channel.ts';
import { countCode, keepProof } from '../store/recipients.ts';
import { type NoticeDesk, post, toMessage } from './made-message.ts';

const Asked = z.object({
  application: z.uuid(),
  number: z.string().max(12),
  channel: z.enum(channels),
  address: z.string().min(3).max(254),
  language: z.enum(['ar', 'zgh', 'fr', 'en']),
});

/**
 * Sends a code to a telephone or a mailbox, to be given back: so it is known that whoever asks reads there. The answer is the same when the
 * day's codes for that address or that request are used up, and nothing is sent then: it tells nothing of an address to who does not read it.
 */
export const askProof = (desk: NoticeDesk) =>
  defineAction({
    name: 'notices.ask-proof',
    summary: 'Send a code that proves a telephone or a mailbox',
    permission: 'notices:receive',
    input: Asked,
    output: z.object({}),
    refusals: [],
    internal: true,
    async run(context, asked) {
      const { application, channel, address } = asked;
      if (!(await mayAskAgain(context, desk, asked))) return {};
      const territory = territoryOf(context.actor);
      const { codeDigits, codeMinutes, codeTries } = lawAt(context.today.toString()).notices;
      const code = desk.codes.proofCode(context.deed, codeDigits.value);
      const place = { application_id: application, application_number: asked.number, territory, channel, address };
      const to = { ...place, language: asked.language };
      await keepProof(context.tx, {
        ...to,
        code_digest: desk.codes.digestOfProof(application, code),
        expires_at: context.now.add({ minutes: codeMinutes.value }).toString(),
        tries_left: codeTries.value,
      });
      await post(context, [toMessage(context, desk, { to, template: 'code', code })]);
      context.journal({ subject: `application:${application}`, territory, after: digestOf({ proof: application, channel }) });
      return {};
    },
  });

function mayAskAgain(
  { tx, now, today }: DeedContext,
  { codes }: NoticeDesk,
  { application, address }: z.output<typeof Asked>,
): Promise<boolean> {
  const digests = [`address ${address}`, `application ${application}`].map(codes.digestOfAsked);
  const since = now.subtract({ hours: 24 }).toString();
  return countCode(tx, digests, { now: now.toString(), since, most: lawAt(today.toString()).notices.codesPerDay.value });
}
