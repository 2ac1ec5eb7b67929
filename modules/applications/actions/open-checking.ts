import { z } from 'zod';
import { setAsideCorrected, standingsOf } from '#modules/verifications';
import { type DeedContext, defineAction } from '#platform/actions';
import { listApplications } from '../store/applications.ts';
import { moveApplications } from '../store/move.ts';
import { conclude } from './conclude-checks.ts';
import { stateFamilies } from './state-families.ts';

/**
 * Accepts the papers of filed requests and opens their checks: the families enter the register and the partners are asked. For a batch the
 * sending office vouches for the papers; at a counter an agent does. Files that are no longer filed are left as they are.
 */
export const openChecking = defineAction({
  name: 'applications.open-checking',
  summary: 'Accept the papers of filed requests and have the partners asked',
  permission: 'applications:check-papers',
  input: z.object({ applications: z.array(z.uuid()).min(1).max(2_000) }),
  output: z.object({ applications: z.array(z.string()) }),
  refusals: [],
  async run(context, input) {
    const moved = await moveApplications(
      context,
      'accept-papers',
      input.applications.map((id) => ({ id })),
    );
    const files = await listApplications(
      context.tx,
      moved.map((file) => file.id),
    );
    await stateFamilies(context, files);
    const applications = moved.map((file) => file.id);
    if (applications.length > 0) context.emit('applications.checking-opened', { applications });
    await takeUpAgain(context, applications);
    return { applications };
  },
});

/**
 * Requests that were checked before, and went back to their families: answers about what was corrected since are set aside and asked for again;
 * those whose answers all stand go on, to the score or to the officer.
 */
async function takeUpAgain(context: DeedContext, applications: readonly string[]): Promise<void> {
  const again = (await standingsOf(context.tx, applications)).map(({ request }) => request);
  if (again.length === 0) return;
  await setAsideCorrected(context, again);
  await conclude(context, again);
}
