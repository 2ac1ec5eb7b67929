import { z } from 'zod';
import { AnsweredEnvelope, recordAnswered, recordUnanswered, UnansweredEnvelope } from '#modules/exchange';
import { listBeneficiaries } from '#modules/registry';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { askedAbout, checkPartners } from '../model/checks.ts';
import { saveChecks } from '../store/checks.ts';

/**
 * Notes that a partner has not answered about these requests: from now on each file says for whom it waits and since when. The file
 * goes on by itself when the partner answers.
 */
export const noteSilence = defineAction({
  name: 'verifications.note-silence',
  summary: 'Note that a partner has not answered about these requests',
  permission: 'system:verifications',
  input: z.object({
    partner: z.enum(checkPartners),
    envelope: UnansweredEnvelope.optional(),
    /** The envelope that came back without a usable answer about these requests. */
    badAnswer: AnsweredEnvelope.optional(),
    requests: z.array(z.uuid()),
  }),
  output: z.object({ requests: z.number().int() }),
  refusals: [],
  async run(context, { partner, envelope, badAnswer, requests }) {
    const territories = new Map(
      (await listBeneficiaries(context.tx, requests)).map((person) => [person.requestId, person.territory]),
    );
    const at = context.now.toString();
    await saveChecks(
      context.tx,
      requests.map((request) => ({
        request_id: request,
        partner,
        territory: territories.get(request) ?? '',
        state: 'silent',
        asked_at: at,
        answered_at: null,
        envelope_id: badAnswer?.id ?? null,
        source_date: null,
        answers: null,
        differences: [],
        stated_digest: null,
      })),
    );
    const about = { partner, subject: askedAbout(partner), at };
    if (envelope) await recordUnanswered(context.tx, about, envelope);
    if (badAnswer) await recordAnswered(context.tx, about, badAnswer);
    context.journal(
      ...requests.map((request) => ({
        subject: `application:${request}`,
        territory: territories.get(request) ?? '',
        after: digestOf({ application: request, partner, check: 'silent' }),
        reason: `${partner} silent`,
      })),
    );
    return { requests: requests.length };
  },
});
