import { z } from 'zod';
import { lockValidated } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { rejectionCodes } from '../model/rejection.ts';
import { listRegistrationsOfRequests } from '../store/registrations.ts';
import { sendBack } from './send-back.ts';

/**
 * Sends validated files back instead of registering them, with a subject of table 3 as the code and, in words, what the counter is to
 * correct. Files that are registered already, or do not stand validated, are left as they are; refused when that is all of them.
 */
export const rejectFamilies = defineAction({
  name: 'entitlements.reject-families',
  summary: 'Send validated files back instead of registering them, each with the reason',
  permission: 'entitlements:register',
  input: z.object({
    applications: z.array(z.uuid()).min(1).max(500),
    code: z.enum(rejectionCodes),
    note: z.string().trim().min(5).max(500),
  }),
  output: z.object({ rejected: z.array(z.string()), left: z.array(z.string()) }),
  refusals: ['nothing-to-reject'],
  async run(context, { applications, code, note }) {
    const standing = await lockValidated(context.tx, applications);
    const registered = new Set((await listRegistrationsOfRequests(context.tx, applications)).map((row) => row.request_id));
    const wanted = [...new Set(applications)].filter((id) => standing.has(id) && !registered.has(id));
    if (wanted.length === 0) return refuse('nothing-to-reject', { place: 'applications' });
    const rejected = await sendBack(
      context,
      wanted.map((application) => ({ application, code, place: '', note, list: null })),
    );
    return { rejected: [...rejected], left: applications.filter((id) => !rejected.includes(id)) };
  },
});
