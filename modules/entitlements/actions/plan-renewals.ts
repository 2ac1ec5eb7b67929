import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { covers } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { planCalls } from '../model/renewal-plan.ts';
import { monthlyCapacity, rulesFor, spanFrom } from '../queries/renewal-rules.ts';
import { keepCalls, listEndings } from '../store/renewals.ts';

/**
 * Gives every family of a province whose rights will end its day to be called to renew, spread under what the commissions can take up. Made again it
 * moves those who are not called yet. Refuses a province that is not, or that is beyond the post of who plans.
 */
export const planRenewals = defineAction({
  name: 'entitlements.plan-renewals',
  summary: 'Give each family of a province its day to be called to renew',
  permission: 'entitlements:plan-renewals',
  input: z.object({ province: z.string().max(20) }),
  output: z.object({ families: z.int(), beyond: z.int() }),
  refusals: ['province-unknown'],
  async run(context, { province }) {
    const capacity = monthlyCapacity(province, context.today);
    if (capacity === undefined || !covers(context.actor, province)) return refuse('province-unknown', { place: 'province' });
    const span = spanFrom(context.today);
    const { calls, excess } = planCalls(await listEndings(context.tx, province, span), rulesFor(capacity, context.today));
    const families = await keepCalls(context.tx, { scope: province, calls, span });
    const beyond = excess.reduce((sum, one) => sum + one.families, 0);
    context.journal({
      subject: `province:${province}`,
      territory: province,
      after: digestOf({ province, families, beyond, capacity }),
    });
    return { families, beyond };
  },
});
