import { z } from 'zod';
import { recordEnvelope } from '#modules/exchange';
import { listBeneficiaries } from '#modules/registry';
import { defineAction } from '#platform/actions';
import { checkPartners } from '../model/checks.ts';
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
    envelope: z.object({ id: z.uuid(), items: z.int(), failure: z.string() }).optional(),
    /** The envelope that came back without a usable answer about these requests. */
    badAnswer: z.uuid().optional(),
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
        envelope_id: badAnswer ?? null,
        source_date: null,
        answers: null,
        differences: [],
      })),
    );
    if (envelope) {
      const subject = partner === 'dgsn' ? 'identity-checks' : 'cover-checks';
      await recordEnvelope(context.tx, {
        ...envelope,
        partner,
        direction: 'out',
        subject,
        state: 'timed out',
        at,
        closed: false,
      });
    }
    context.journal(
      ...requests.map((request) => ({
        subject: `application:${request}`,
        territory: territories.get(request) ?? '',
        reason: `${partner} silent`,
      })),
    );
    return { requests: requests.length };
  },
});
