import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Temporal } from '#platform/dates';
import { deleteProof, findProofForUpdate, keepRecipient, noteTry } from '../store/recipients.ts';
import { type NoticeDesk, post, toMessage } from './made-message.ts';

/**
 * Takes back the code that was sent: from then on the request is told of there, beginning with its number. A wrong code, one that is over,
 * one tried too often and one that was never sent get the same answer; a wrong one costs a try.
 */
export const proveAddress = (desk: NoticeDesk) =>
  defineAction({
    name: 'notices.prove-address',
    summary: 'Prove a telephone or a mailbox by the code sent there',
    permission: 'notices:receive',
    input: z.object({ application: z.uuid(), code: z.string().max(20) }),
    output: z.object({ isProven: z.boolean() }),
    refusals: [],
    internal: true,
    async run(context, { application, code }) {
      const { tx, now } = context;
      const proof = await findProofForUpdate(tx, application);
      const given = desk.codes.digestOfProof(application, code);
      if (!proof || proof.tries_left < 1 || Temporal.Instant.compare(Temporal.Instant.from(proof.expires_at), now) <= 0)
        return { isProven: false };
      if (!timingSafeEqual(Buffer.from(given), Buffer.from(proof.code_digest))) {
        await noteTry(tx, application, proof.tries_left - 1);
        return { isProven: false };
      }
      const { code_digest: _digest, expires_at: _until, tries_left: _tries, ...to } = proof;
      const stop_digest = desk.codes.digestOfStop(desk.codes.stopCode(application));
      await keepRecipient(tx, { ...to, proven_at: now.toString(), stop_digest });
      await deleteProof(tx, application);
      await post(context, [toMessage(context, desk, { to, template: 'followed' })]);
      const { territory, channel, language } = to;
      context.journal({
        subject: `application:${application}`,
        territory,
        after: digestOf({ recipient: application, channel, language }),
      });
      return { isProven: true };
    },
  });
