import { z } from 'zod';
import { AnsweredEnvelope, recordAnswered, recordUnanswered, UnansweredEnvelope } from '#modules/exchange';
import { listBeneficiaries } from '#modules/registry';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { saveControls } from '../store/controls.ts';

/** Notes that the insurers have not answered about these families: they wait, say since when, and go on by themselves. */
export const noteWaiting = defineAction({
  name: 'coverage.note-waiting',
  summary: 'Note that the insurers have not answered about these families',
  permission: 'system:coverage',
  input: z.object({
    envelope: UnansweredEnvelope.optional(),
    /** The envelope that came back without a usable answer about these families. */
    badAnswer: AnsweredEnvelope.optional(),
    requests: z.array(z.uuid()),
  }),
  output: z.object({ requests: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { envelope, badAnswer, requests }) {
    const persons = new Map((await listBeneficiaries(context.tx, requests)).map((person) => [person.requestId, person]));
    const at = context.now.toString();
    const rows = requests.map((request) => ({
      request_id: request,
      territory: persons.get(request)?.territory ?? '',
      state: 'waiting' as const,
      asked_at: at,
      answered_at: null,
      envelope_id: badAnswer?.id ?? null,
      household_id: persons.get(request)?.householdId ?? null,
      lists_known: null,
    }));
    await saveControls(context.tx, rows);
    const about = { partner: 'insurers' as const, subject: 'cover-checks', at };
    if (envelope) await recordUnanswered(context.tx, about, envelope);
    if (badAnswer) await recordAnswered(context.tx, about, badAnswer);
    context.journal(
      ...rows.map((row) => ({
        subject: `application:${row.request_id}`,
        territory: row.territory,
        after: digestOf({ application: row.request_id, control: 'waiting' }),
        reason: 'insurers silent',
      })),
    );
    return { requests: requests.length };
  },
});
