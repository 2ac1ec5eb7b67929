import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listRequestsOfFamily } from '../store/renewal-requests.ts';

/**
 * The requests of the family of a request: what its rights rested on from the first registration to the renewal that waits. What was noted of its
 * rights stands under the one of that time.
 */
export const requestsOfFamily = defineQuery({
  name: 'entitlements.requests-of-family',
  summary: 'Every request on which the rights of the family of a request rested',
  permission: 'entitlements:see-family',
  input: z.object({ application: z.uuid() }),
  output: z.object({ applications: z.array(z.uuid()) }),
  run: async ({ tx }, { application }) => ({ applications: await listRequestsOfFamily(tx, application) }),
});
