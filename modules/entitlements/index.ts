import { reactionJob } from '#platform/jobs';
import { openRights } from './actions/open-rights.ts';
import { reclassifyHouseholds } from './actions/reclassify-households.ts';
import { registerHouseholds } from './actions/register-households.ts';
import { registrationsOfRequests } from './queries/registrations.ts';

export { type Category, lastDayOfRight } from './model/right.ts';
export { listRegisteredFamilies, listRequestsOfRegistrations, type RegisteredFamily } from './queries/registrations.ts';
export { registrationsOfRequests };

export const entitlements = {
  name: 'entitlements',
  actions: [registerHouseholds, reclassifyHouseholds, openRights],
  queries: [registrationsOfRequests],
  jobs: [
    reactionJob(
      'entitlements.register-households',
      'coverage.controlled',
      registerHouseholds,
      ({ applications }: { applications: string[] }) => ({ applications }),
    ),
    reactionJob(
      'entitlements.reclassify-households',
      'commissions.category-reformed',
      reclassifyHouseholds,
      ({ applications }: { applications: string[] }) => ({ applications }),
    ),
    reactionJob(
      'entitlements.open-rights',
      'contributions.paid',
      openRights,
      ({ registrations }: { registrations: string[] }) => ({ registrations }),
    ),
  ],
} as const;
