import { z } from 'zod';
import { waiveDues } from '#modules/contributions';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { closeFrom, closingReasons } from '../model/right-changes.ts';
import { lockFamily } from './of-family.ts';
import { replaceRights } from './replace-rights.ts';

/**
 * Closes the rights of a family from today, before their term: because the family asked, or by a decision. What it still owed is waived, and its
 * card is worth nothing any more. Refuses when they are closed or over already.
 */
export const closeRight = defineAction({
  name: 'entitlements.close-right',
  summary: 'Close the rights of a family before their term, with the reason',
  permission: 'entitlements:suspend',
  input: z.object({
    registration: z.string().max(40),
    reason: z.enum(closingReasons),
    note: z.string().trim().min(1).max(500),
  }),
  output: z.object({ registration: z.string(), from: z.string() }),
  refusals: ['registration-unknown', 'right-over'],
  async run(context, { registration, reason, note }) {
    const found = await lockFamily(context, registration);
    if (!found) return refuse('registration-unknown', { place: 'registration' });
    const from = context.today.toString();
    const changes = closeFrom(found.rights, from, reason);
    if (changes.length === 0) return refuse('right-over', { place: 'registration' });
    const { number, request_id: request } = found.family;
    await replaceRights(
      context,
      changes.map((change) => ({ request, ...change })),
      note,
    );
    await waiveDues(context, [number]);
    context.emit('entitlements.closed', { registrations: [number] });
    return { registration: number, from };
  },
});
