import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { counterKinds, listCounters } from '../store/counters.ts';

const Counter = z.object({
  counter: z.uuid(),
  commune: z.string(),
  kind: z.enum(counterKinds),
  name: z.object({ fr: z.string(), ar: z.string() }),
  address: z.string().optional(),
  openedOn: z.string(),
  closedOn: z.string().optional(),
});

/** The counters of a territory, for anybody who looks for one. */
export const counters = defineQuery({
  name: 'territory.counters',
  summary: 'The counters of a region, a province or a commune',
  permission: 'public:counters',
  input: z.object({ territory: z.string().max(20), withClosed: z.boolean().default(false) }),
  output: z.object({ counters: z.array(Counter) }),
  async run({ tx, today }, { territory, withClosed }) {
    const rows = await listCounters(tx, { territory, withClosed, day: today.toString() });
    return {
      counters: rows.map((row) => ({
        counter: row.id,
        commune: row.territory,
        kind: row.kind,
        name: { fr: row.name_fr, ar: row.name_ar },
        ...(row.address === null ? {} : { address: row.address }),
        openedOn: row.opened_on,
        ...(row.closed_on === null ? {} : { closedOn: row.closed_on }),
      })),
    };
  },
});
