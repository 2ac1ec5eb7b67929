import { z } from 'zod';
import { waiveDues } from '#modules/contributions';
import { defineAction } from '#platform/actions';
import { closeFrom } from '../model/right-changes.ts';
import { listPresentRightsForUpdate, listRegistrationsOfRequests } from '../store/registrations.ts';
import { replaceRights } from './replace-rights.ts';

/**
 * Ends the rights of a registered family on the day from which another scheme stands, with that as the reason; what it has not paid is owed no
 * more. What was true before that day stays. A family that is not registered, or whose rights are over by then, is left as it is.
 */
export const endForCover = defineAction({
  name: 'entitlements.end-for-cover',
  summary: 'End the rights of a family whom another scheme covers',
  permission: 'system:entitlements',
  input: z.object({ application: z.uuid(), from: z.iso.date() }),
  output: z.object({ ended: z.array(z.string()) }),
  refusals: [],
  internal: true,
  async run(context, { application, from }) {
    const [family] = await listRegistrationsOfRequests(context.tx, [application]);
    if (!family) return { ended: [] };
    const changes = closeFrom(await listPresentRightsForUpdate(context.tx, [family.number]), from, 'double-cover');
    if (changes.length === 0) return { ended: [] };
    await replaceRights(
      context,
      changes.map((change) => ({ request: application, ...change })),
      'double-cover',
    );
    await waiveDues(context, [family.number]);
    context.emit('entitlements.closed', { registrations: [family.number] });
    return { ended: [family.number] };
  },
});
