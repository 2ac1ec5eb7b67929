import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { agreementState } from '../model/agreement.ts';
import { listAgreementsNamed, setEnd, takeTurn } from '../store/agreements.ts';

/**
 * Ends an agreement on a day to come, or at once: its key opens nothing from then on. What the body was told stays in the journal, under the
 * agreement it was told by.
 */
export const endAgreement = defineAction({
  name: 'exchange.end-agreement',
  summary: 'End the agreement of a body, on a last day or at once',
  permission: 'exchange:make-agreements',
  input: z.object({
    agreement: z.uuid(),
    /** At once where it is not said. */
    lastDay: z.iso.date().optional(),
    reason: z.string().trim().min(3).max(300),
  }),
  output: z.object({ agreement: z.uuid() }),
  refusals: ['agreement-unknown', 'agreement-over', 'days-reversed'],
  async run(context, { agreement: id, lastDay, reason }) {
    await takeTurn(context.tx);
    const [agreement] = await listAgreementsNamed(context.tx, [id]);
    if (!agreement) return refuse('agreement-unknown', { place: 'agreement' });
    const today = context.today.toString();
    if (agreementState(agreement, today) === 'over') return refuse('agreement-over', { place: 'agreement' });
    const isTooLate = agreement.to_day !== null && lastDay !== undefined && lastDay > agreement.to_day;
    if (lastDay !== undefined && (lastDay < today || lastDay < agreement.from_day || isTooLate))
      return refuse('days-reversed', { place: 'lastDay' });
    const yesterday = context.today.subtract({ days: 1 }).toString();
    const last = lastDay ?? (yesterday < agreement.from_day ? null : yesterday);
    await setEnd(context.tx, id, { to_day: last, ended_at: context.now.toString(), ended_for: reason });
    const before = digestOf({ agreement: id, to: agreement.to_day });
    const after = digestOf({ agreement: id, to: last, ended: true });
    context.journal({ subject: `agreement:${id}`, territory: '', reason: `${agreement.partner}: ${reason}`, before, after });
    return { agreement: id };
  },
});
