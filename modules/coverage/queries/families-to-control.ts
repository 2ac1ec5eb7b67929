import { z } from 'zod';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import { listUncontrolled } from '../store/controls.ts';

/** The families among these that the insurers have still to answer about. */
export const familiesToControl = defineQuery({
  name: 'coverage.families-to-control',
  summary: 'The families among these that the insurers have still to answer about',
  permission: 'system:coverage',
  input: z.object({ requests: z.array(z.uuid()) }),
  output: z.object({
    families: z.array(
      z.object({ request: z.string(), persons: z.custom<readonly Beneficiary[]>(Array.isArray), after: z.string().nullable() }),
    ),
  }),
  internal: true,
  async run({ tx }, { requests }) {
    const waiting = await listUncontrolled(tx, requests);
    const persons = Map.groupBy(
      await listBeneficiaries(
        tx,
        waiting.map((entry) => entry.id),
      ),
      (person) => person.requestId,
    );
    return { families: waiting.map(({ id, after }) => ({ request: id, persons: persons.get(id) ?? [], after })) };
  },
});
