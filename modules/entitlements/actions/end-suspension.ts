import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { resumeFrom } from '../model/right-changes.ts';
import { lockFamily } from './of-family.ts';
import { openPaid } from './open-paid.ts';
import { replaceRights } from './replace-rights.ts';

/** Gives a family its rights back from today, as they would be by now: a contribution paid meanwhile opens them. Refuses when nothing is suspended. */
export const endSuspension = defineAction({
  name: 'entitlements.end-suspension',
  summary: 'End the suspension of a family’s rights, with the reason',
  permission: 'entitlements:suspend',
  input: z.object({ registration: z.string().max(40), note: z.string().trim().min(1).max(500) }),
  output: z.object({ registration: z.string(), from: z.string() }),
  refusals: ['registration-unknown', 'right-not-suspended'],
  async run(context, { registration, note }) {
    const found = await lockFamily(context, registration);
    if (!found) return refuse('registration-unknown', { place: 'registration' });
    const from = context.today.toString();
    const changes = resumeFrom(found.rights, from);
    if (changes.length === 0) return refuse('right-not-suspended', { place: 'registration' });
    const { number, request_id: request } = found.family;
    await replaceRights(
      context,
      changes.map((change) => ({ request, ...change })),
      note,
    );
    await openPaid(context, [number]);
    context.emit('entitlements.resumed', { registrations: [number] });
    return { registration: number, from };
  },
});
