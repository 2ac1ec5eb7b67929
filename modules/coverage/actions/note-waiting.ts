import { z } from 'zod';
import { recordEnvelope } from '#modules/exchange';
import { listBeneficiaries } from '#modules/registry';
import { defineAction } from '#platform/actions';
import { saveControls } from '../store/controls.ts';

/** Notes that the insurers have not answered about these families: they wait, say since when, and go on by themselves. */
export const noteWaiting = defineAction({
  name: 'coverage.note-waiting',
  summary: 'Note that the insurers have not answered about these families',
  permission: 'system:coverage',
  input: z.object({
    envelope: z.object({ id: z.uuid(), items: z.int(), failure: z.string() }).optional(),
    badAnswer: z.uuid().optional(),
    requests: z.array(z.uuid()),
  }),
  output: z.object({ requests: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { envelope, badAnswer, requests }) {
    const territories = new Map(
      (await listBeneficiaries(context.tx, requests)).map((person) => [person.requestId, person.territory]),
    );
    const at = context.now.toString();
    const rows = requests.map((request) => ({
      request_id: request,
      territory: territories.get(request) ?? '',
      state: 'waiting' as const,
      asked_at: at,
      answered_at: null,
      envelope_id: badAnswer ?? null,
    }));
    await saveControls(context.tx, rows);
    if (envelope)
      await recordEnvelope(context.tx, {
        ...envelope,
        partner: 'insurers',
        direction: 'out',
        subject: 'cover-checks',
        state: 'timed out',
        at,
        closed: false,
      });
    context.journal(
      ...rows.map((row) => ({ subject: `application:${row.request_id}`, territory: row.territory, reason: 'insurers silent' })),
    );
    return { requests: requests.length };
  },
});
