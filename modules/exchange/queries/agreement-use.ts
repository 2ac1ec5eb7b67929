import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { countReadingsByDay } from '#platform/audit';
import { addDays, casablancaMidnight } from '#platform/dates';

/** Days that are counted, the present one with them. */
const DAYS = 30;

const Told = z.object({ said: z.string().nullable(), answers: z.int() });

/** How often a body asked under an agreement in the last thirty days and what it was told, day by day: how many, never of whom. */
export const agreementUse = defineQuery({
  name: 'exchange.agreement-use',
  summary: 'How often a body asked under an agreement in the last thirty days, and what it was told, without anybody’s name',
  permission: 'exchange:read',
  input: z.object({ agreement: z.uuid() }),
  output: z.object({ days: z.array(z.object({ day: z.string(), answers: z.int(), told: z.array(Told) })) }),
  async run({ tx, today }, { agreement }) {
    const days = Array.from({ length: DAYS + 1 }, (_, place) => addDays(today, place - DAYS + 1));
    const counted = await countReadingsByDay(
      tx,
      agreement,
      days.map((day) => casablancaMidnight(day).toString()),
    );
    const byDay = [...Map.groupBy(counted, ({ day }) => day)];
    return {
      days: byDay.map(([place, lines]) => ({
        day: (days[place] ?? today).toString(),
        answers: lines.reduce((sum, { answers }) => sum + answers, 0),
        told: lines.map(({ said, answers }) => ({ said, answers })),
      })),
    };
  },
});
