import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { sql } from '#platform/database';

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
    const { rows } = await sql<z.input<typeof PartnerTraffic>>`
      select partner, state, count(*) as envelopes, sum(items)::bigint as items, min(first_tried_at) filter (where closed_at is null) as oldest_open
      from exchange.envelope group by partner, state order by partner, state`.execute(tx);
    return { traffic: rows };
  },
});
