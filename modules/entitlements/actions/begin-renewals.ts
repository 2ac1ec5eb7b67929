import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { moveRegistrations } from './move-registrations.ts';

/** Lets rights that were renewed ahead begin on their day; done again on the same night it changes nothing. */
export const beginRenewals = defineAction({
  name: 'entitlements.begin-renewals',
  summary: 'Let rights that were renewed ahead begin on their day',
  permission: 'system:entitlements',
  input: z.object({}),
  output: z.object({ begun: z.int() }),
  refusals: [],
  internal: true,
  run: async (context) => ({ begun: await moveRegistrations(context) }),
});
