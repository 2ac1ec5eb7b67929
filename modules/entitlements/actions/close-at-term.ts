import { z } from 'zod';
import { waiveDues } from '#modules/contributions';
import { defineAction } from '#platform/actions';
import { addDays, toDate } from '#platform/dates';
import { listOver } from '../store/night.ts';
import { replaceRights } from './replace-rights.ts';

/** As many families as one transaction closes; the night goes on until none is left. */
const MOST_AT_ONCE = 500;

/**
 * Closes rights that ran out, from the day after their last one: by themselves, whether or not anybody asked for a renewal. Closed twice in a
 * night is closed once; a night that was missed is made up for by the next, with the same days.
 */
export const closeAtTerm = defineAction({
  name: 'entitlements.close-at-term',
  summary: 'Close the rights whose term is over',
  permission: 'system:entitlements',
  input: z.object({}),
  output: z.object({ closed: z.int() }),
  refusals: [],
  internal: true,
  async run(context) {
    const over = await listOver(context.tx, context.today.toString(), MOST_AT_ONCE);
    if (over.length === 0) return { closed: 0 };
    const replacements = over.map(({ request_id: request, registered_on: _since, years_before: _years, ...right }) => {
      const day = addDays(toDate(right.to_day), 1).toString();
      return {
        request,
        right,
        parts: [right, { state: 'closed' as const, reason: 'term', from_day: day, to_day: day, beneath: null }],
      };
    });
    await replaceRights(context, replacements);
    const numbers = over.map(({ registration_number: number }) => number);
    await waiveDues(context, numbers);
    context.emit('entitlements.closed', { registrations: numbers });
    return { closed: over.length };
  },
});
