import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { suspendFrom, suspensionReasons } from '../model/right-changes.ts';
import { lockFamily } from './of-family.ts';
import { replaceRights } from './replace-rights.ts';

/**
 * Stops the rights of a family from today: who asks is told that they are suspended, why, and whom to turn to. What the family had is kept
 * beneath, and is what it has again once the suspension ends. Refuses when nothing runs or waits.
 */
export const suspendRight = defineAction({
  name: 'entitlements.suspend-right',
  summary: 'Stop the rights of a family for a time, with the reason',
  permission: 'entitlements:suspend',
  input: z.object({
    registration: z.string().max(40),
    reason: z.enum(suspensionReasons),
    note: z.string().trim().min(1).max(500),
  }),
  output: z.object({ registration: z.string(), from: z.string() }),
  refusals: ['registration-unknown', 'right-not-running'],
  async run(context, { registration, reason, note }) {
    const found = await lockFamily(context, registration);
    if (!found) return refuse('registration-unknown', { place: 'registration' });
    const from = context.today.toString();
    const changes = suspendFrom(found.rights, from, reason);
    if (changes.length === 0) return refuse('right-not-running', { place: 'registration' });
    const request = found.family.request_id;
    await replaceRights(
      context,
      changes.map((change) => ({ request, ...change })),
      note,
    );
    context.emit('entitlements.suspended', { registrations: [found.family.number] });
    return { registration: found.family.number, from };
  },
});
