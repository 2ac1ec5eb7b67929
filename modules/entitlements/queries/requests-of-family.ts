import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listFamiliesOfRequests } from '../store/answerable.ts';
import { listRequestsOf } from '../store/renewal-requests.ts';

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
  async run({ tx }, { application }) {
    const [family] = await listFamiliesOfRequests(tx, [application]);
    const requests = family ? await listRequestsOf(tx, family.number) : [];
    return { applications: [...new Set([application, ...requests.map(({ request }) => request)])] };
  },
});
