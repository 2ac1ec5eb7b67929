import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { countTraffic } from '../store/envelopes.ts';

const PartnerTraffic = z.object({
  partner: z.string(),
  state: z.string(),
  envelopes: z.number().int(),
  items: z.number().int(),
  oldest_open: z.string().nullable(),
});

/** How the traffic with each partner stands: envelopes by state, and since when the oldest one waits. */
export const envelopesByPartner = defineQuery({
  name: 'exchange.envelopes-by-partner',
  summary: 'How the traffic with each partner stands: envelopes and items by state, the oldest still open',
  permission: 'exchange:read',
  input: z.object({}),
  output: z.object({ traffic: z.array(PartnerTraffic) }),
  async run({ tx }) {
    return { traffic: await countTraffic(tx) };
  },
});
