import { z } from 'zod';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import { checkPartners } from '../model/checks.ts';
import { listUnanswered } from '../store/checks.ts';

/** The beneficiaries of those of these requests that a partner has not answered yet. */
export const personsToCheck = defineQuery({
  name: 'verifications.persons-to-check',
  summary: 'Whom a partner has still to answer about',
  permission: 'system:verifications',
  input: z.object({ partner: z.enum(checkPartners), requests: z.array(z.uuid()) }),
  output: z.object({
    requests: z.array(
      z.object({ request: z.string(), persons: z.custom<readonly Beneficiary[]>(Array.isArray), after: z.string().nullable() }),
    ),
  }),
  async run({ tx }, { partner, requests }) {
    const waiting = await listUnanswered(tx, partner, requests);
    const persons = Map.groupBy(
      await listBeneficiaries(
        tx,
        waiting.map((entry) => entry.id),
      ),
      (person) => person.requestId,
    );
    return { requests: waiting.map(({ id, after }) => ({ request: id, persons: persons.get(id) ?? [], after })) };
  },
});
