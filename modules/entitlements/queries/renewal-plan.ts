import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { byMonth, callsUnplanned, planCalls } from '../model/renewal-plan.ts';
import { countCalls, listEndings } from '../store/renewals.ts';
import { monthlyCapacity, rulesFor, spanFrom } from './renewal-rules.ts';

const Month = z.object({ month: z.string(), before: z.int(), after: z.int(), beyond: z.int() });

/** The calls of a province by month: everybody as the renewal opens, and spread under what its commissions can take up; with what stays beyond. */
export const renewalPlanOfProvince = defineQuery({
  name: 'entitlements.renewal-plan-of-province',
  summary: 'The calls to renew of a province, before and after they are spread',
  permission: 'entitlements:plan-renewals',
  input: z.object({ province: z.string().max(20) }),
  output: z.object({
    plan: z
      .object({
        capacity: z.int(),
        months: z.array(Month),
        waves: z.object({ planned: z.int(), called: z.int(), reminded: z.int() }),
      })
      .optional(),
  }),
  async run({ tx, today }, { province }) {
    const capacity = monthlyCapacity(province, today);
    if (capacity === undefined) return {};
    const endings = await listEndings(tx, province, spanFrom(today));
    const rules = rulesFor(capacity, today);
    const { calls, excess } = planCalls(endings, rules);
    const [before, after] = [callsUnplanned(endings, rules), calls].map((some) =>
      byMonth(some.map(({ callOn: day, families }) => ({ day, families }))),
    );
    const beyond = byMonth(excess);
    const months = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
    return {
      plan: {
        capacity,
        months: months.map((month) => ({
          ...{ month, before: before?.get(month) ?? 0, after: after?.get(month) ?? 0, beyond: beyond.get(month) ?? 0 },
        })),
        waves: await countCalls(tx, province),
      },
    };
  },
});
