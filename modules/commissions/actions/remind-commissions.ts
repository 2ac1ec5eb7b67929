import { z } from 'zod';
import { endReminders, remind } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { commissionClocks, listStays } from './standing-stays.ts';

/**
 * Warns and escalates what stands with a commission: a sitting that was not held on its day, sealed minutes without a validation, an enquiry past
 * its day, an appeal past the day its family was told. Ends what was told of those that have gone on.
 */
export const remindCommissions = defineAction({
  name: 'commissions.remind-commissions',
  summary: 'Warn of sittings, enquiries and appeals that are about to be late, and escalate those that are',
  permission: 'system:commissions',
  input: z.object({}),
  output: z.object({ warned: z.int(), escalated: z.int() }),
  refusals: [],
  internal: true,
  async run(context) {
    const stays = await listStays(context.tx);
    for (const { kind, clock } of commissionClocks) {
      const going = stays.filter((stay) => stay.kind === kind && stay.clock === clock);
      await endReminders(context, kind, clock, going);
    }
    const told = await remind(context, stays);
    const warned = told.filter(({ said }) => said === 'warning').length;
    return { warned, escalated: told.length - warned };
  },
});
