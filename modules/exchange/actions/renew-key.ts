import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { casablancaEndOf, toDate } from '#platform/dates';
import { refuse } from '#platform/refusals';
import { agreementState, KeyDigest, MOST_DAYS_OF_OLD_KEY } from '../model/agreement.ts';
import { endKeys, insertKey, isKeyKnown, listAgreementsNamed, takeTurn } from '../store/agreements.ts';

/**
 * Gives an agreement another key. The one before opens nothing from now on, or after a last day within a month: a key that was seen by others ends at
 * once, one that is only old is replaced desk after desk. Nothing else of the agreement changes.
 */
export const renewKey = defineAction({
  name: 'exchange.renew-key',
  summary: 'Give the agreement of a body another key, the one before ending at once or on a last day',
  permission: 'exchange:make-agreements',
  input: z.object({
    agreement: z.uuid(),
    keyDigest: KeyDigest,
    /** The last day of the key before; at once where it is not said. */
    oldUntil: z.iso.date().optional(),
    reason: z.string().trim().min(3).max(300),
  }),
  output: z.object({ agreement: z.uuid() }),
  refusals: ['agreement-unknown', 'agreement-over', 'days-reversed', 'key-known'],
  async run(context, { agreement: id, keyDigest, oldUntil, reason }) {
    await takeTurn(context.tx);
    const [agreement] = await listAgreementsNamed(context.tx, [id]);
    if (!agreement) return refuse('agreement-unknown', { place: 'agreement' });
    const today = context.today.toString();
    if (agreementState(agreement, today) === 'over') return refuse('agreement-over', { place: 'agreement' });
    const latest = context.today.add({ days: MOST_DAYS_OF_OLD_KEY }).toString();
    if (oldUntil !== undefined && (oldUntil < today || oldUntil > latest)) return refuse('days-reversed', { place: 'oldUntil' });
    if (await isKeyKnown(context.tx, keyDigest)) return refuse('key-known', { place: 'keyDigest' });
    const now = context.now.toString();
    await endKeys(context.tx, id, oldUntil === undefined ? now : casablancaEndOf(toDate(oldUntil)).toString());
    await insertKey(context.tx, { digest: keyDigest, agreement_id: id, made_at: now, made_by: context.actor.id, until: null });
    const after = digestOf({ agreement: id, key: keyDigest, oldUntil: oldUntil ?? now });
    context.journal({ subject: `agreement:${id}`, territory: '', reason: `${agreement.partner}: ${reason}`, after });
    return { agreement: id };
  },
});
