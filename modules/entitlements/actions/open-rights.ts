import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { openPaid } from './open-paid.ts';

/**
 * Opens the rights of families whose contribution has been paid, to the end of the year they paid for and never beyond their period. The
 * days before the payment stay what they were: awaiting it. A suspended right stays so, and opens when the suspension ends.
 */
export const openRights = defineAction({
  name: 'entitlements.open-rights',
  summary: 'Open the rights of families whose contribution has been paid',
  permission: 'system:entitlements',
  input: z.object({ registrations: z.array(z.string()).min(1) }),
  output: z.object({ opened: z.array(z.string()) }),
  refusals: [],
  internal: true,
  run: async (context, { registrations }) => ({ opened: await openPaid(context, registrations) }),
});
