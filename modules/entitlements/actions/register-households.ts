import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { registerFamilies } from './register-families.ts';

/**
 * Registers the families that a commission admitted, the province validated and no other scheme covers: a registration number, the
 * beneficiaries of article 116, and a right for the period of the law. The poor may be cared for at once; the vulnerable get a payment
 * notice and wait. A family registered already, not validated (or sent back since) or not cleared is left as it is.
 */
export const registerHouseholds = defineAction({
  name: 'entitlements.register-households',
  summary: 'Register admitted families and open their rights, or ask for their contribution',
  permission: 'entitlements:register',
  input: z.object({ applications: z.array(z.uuid()).min(1).max(2_000) }),
  output: z.object({ registered: z.int(), open: z.int(), awaitingPayment: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { applications }) {
    const registered = await registerFamilies(context, applications);
    const open = registered.filter(({ category }) => category === 'poor').length;
    return { registered: registered.length, open, awaitingPayment: registered.length - open };
  },
});
