import { z } from 'zod';
import { findCommune } from '#modules/territory';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { withCheckDigit } from '#platform/numbers';
import { covers } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { ensureCommission, insertSitting, takeSittingNumber } from '../store/sittings.ts';

/** Tells a sitting's number from a request's, which is as long and never comes to nine millions in a year. */
const SITTING = '9';

/**
 * Calls the local commission of a commune for a day. There is one commission for each caïdat or annexe; where their limits are not
 * public, as today, the commune stands for them.
 */
export const conveneSitting = defineAction({
  name: 'commissions.convene-sitting',
  summary: 'Call the local commission of a commune for a day',
  permission: 'commissions:prepare',
  input: z.object({ territory: z.string(), heldOn: z.iso.date() }),
  output: z.object({ sitting: z.string(), number: z.string() }),
  refusals: ['commune-unknown', 'day-past', 'not-allowed'],
  async run(context, { territory, heldOn }) {
    if (!findCommune(territory)) return refuse('commune-unknown', { place: 'territory', facts: { territory } });
    if (heldOn < context.today.toString()) return refuse('day-past', { place: 'heldOn', facts: { day: heldOn } });
    if (!covers(context.actor, territory)) return refuse('not-allowed', { place: 'territory' });
    const number = withCheckDigit(
      `${context.today.year}${SITTING}${String(await takeSittingNumber(context.tx)).padStart(6, '0')}`,
    );
    const sitting = newId();
    await insertSitting(context.tx, {
      id: sitting,
      commission_id: await ensureCommission(context.tx, { kind: 'cpl', territory }),
      number,
      territory,
      held_on: heldOn,
      state: 'convened',
      convened_at: context.now.toString(),
      opened_at: null,
      sealed_at: null,
      validated_at: null,
      minutes_digest: null,
      minutes: null,
      starts_at: null,
      place_fr: null,
      place_ar: null,
    });
    context.journal({ subject: `sitting:${sitting}`, territory, after: digestOf({ sitting, state: 'convened', heldOn }) });
    return { sitting, number };
  },
});
