import { z } from 'zod';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import { checkPartners } from '../model/checks.ts';
import { listAsked } from '../store/checks.ts';

/** The beneficiaries of these requests, and whether a partner has answered about each: who was asked in one envelope stays in it. */
export const personsToCheck = defineQuery({
  name: 'verifications.persons-to-check',
  summary: 'Whom a partner has still to answer about',
  permission: 'system:verifications',
  input: z.object({ partner: z.enum(checkPartners), requests: z.array(z.uuid()) }),
  output: z.object({
    requests: z.array(
      z.object({
        request: z.string(),
        persons: z.custom<readonly Beneficiary[]>(Array.isArray),
        isAnswered: z.boolean(),
        after: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx }, { partner, requests }) {
    const asked = await listAsked(tx, partner, requests);
    const persons = Map.groupBy(
      await listBeneficiaries(
        tx,
        asked.map((entry) => entry.id),
      ),
      (person) => person.requestId,
    );
    return { requests: asked.map(({ id, ...standing }) => ({ request: id, persons: persons.get(id) ?? [], ...standing })) };
  },
});
