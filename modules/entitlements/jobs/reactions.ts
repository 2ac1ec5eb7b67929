import { reactionJob } from '#platform/jobs';
import { endForCover } from '../actions/end-for-cover.ts';
import { openRights } from '../actions/open-rights.ts';
import { reclassifyHouseholds } from '../actions/reclassify-households.ts';
import { registerHouseholds } from '../actions/register-households.ts';

/** What the rights of families follow from, told by others. */
export const reactions = [
  reactionJob(
    'entitlements.register-households',
    'coverage.controlled',
    registerHouseholds,
    ({ applications }: { applications: string[] }) => ({ applications }),
  ),
  reactionJob(
    'entitlements.register-released',
    'applications.released',
    registerHouseholds,
    ({ applications }: { applications: string[] }) => ({ applications }),
  ),
  reactionJob(
    'entitlements.end-for-cover',
    'coverage.family-covered',
    endForCover,
    ({ application, from }: { application: string; from: string }) => ({ application, from }),
  ),
  reactionJob(
    'entitlements.reclassify-households',
    'commissions.category-reformed',
    reclassifyHouseholds,
    ({ applications }: { applications: string[] }) => ({ applications }),
  ),
  reactionJob('entitlements.open-rights', 'contributions.paid', openRights, ({ registrations }: { registrations: string[] }) => ({
    registrations,
  })),
] as const;
