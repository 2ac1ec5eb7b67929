import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { countEndings } from '../store/renewals.ts';
import { monthlyCapacity, spanFrom } from './renewal-rules.ts';

const Line = z.object({ month: z.string(), families: z.int() });
const Province = z.object({
  province: z.string(),
  families: z.int(),
  /** What its commissions can take up of renewals in a month. */
  capacity: z.int(),
  peak: Line,
  months: z.array(Line),
});

/** How many families' rights end in the months to come, by province, the one whose highest month stands most above its commissions first. */
export const renewalForecast = defineQuery({
  name: 'entitlements.renewal-forecast',
  summary: 'How many families’ rights end, by month and province, beside what commissions can take up',
  permission: 'entitlements:plan-renewals',
  input: z.object({}),
  output: z.object({ provinces: z.array(Province), families: z.int() }),
  async run({ tx, today }) {
    const lines = await countEndings(tx, spanFrom(today));
    const provinces = [...Map.groupBy(lines, ({ province }) => province)].flatMap(([province, own]) => {
      const capacity = monthlyCapacity(province, today);
      const months = own.map(({ month, families }) => ({ month, families }));
      const peak = months.toSorted((one, other) => other.families - one.families)[0];
      if (capacity === undefined || !peak) return [];
      return [{ province, capacity, peak, months, families: months.reduce((sum, { families }) => sum + families, 0) }];
    });
    const pressed = ({ peak, capacity }: (typeof provinces)[number]) => peak.families / Math.max(1, capacity);
    return {
      provinces: provinces.sort((one, other) => pressed(other) - pressed(one)),
      families: lines.reduce((sum, { families }) => sum + families, 0),
    };
  },
});
