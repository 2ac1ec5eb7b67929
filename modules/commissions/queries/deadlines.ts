import { z } from 'zod';
import { standingOf } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import { commissionClocks, listStays } from '../actions/standing-stays.ts';

const Counted = z.object({
  clock: z.enum(['convened', 'decided', 'enquiry', 'appeal']),
  kind: z.enum(['sitting', 'enquiry', 'appeal']),
  holder: z.string(),
  ...{ all: z.int(), warning: z.int(), late: z.int() },
  oldest: z.string(),
});

/** How many sittings, enquiries and appeals of the jurisdiction go on, how many are about to be late, and how many are. */
export const deadlinesOfCommissions = defineQuery({
  name: 'commissions.deadlines',
  summary: 'How many sittings, enquiries and appeals of the jurisdiction are about to be late, or are',
  permission: 'commissions:read',
  input: z.object({}),
  output: z.object({ counted: z.array(Counted) }),
  async run({ tx, today }) {
    const stays = await listStays(tx);
    const counted = commissionClocks.flatMap(({ kind, clock }) => {
      const going = stays.filter((stay) => stay.kind === kind && stay.clock === clock);
      const [first] = going;
      if (!first) return [];
      const standings = going.map((stay) => standingOf(stay, today).standing);
      const count = (standing: string) => standings.filter((one) => one === standing).length;
      const oldest = going.map(({ since }) => since).sort()[0] ?? first.since;
      return [{ kind, clock, holder: first.holder, all: going.length, warning: count('warning'), late: count('late'), oldest }];
    });
    return { counted };
  },
});
