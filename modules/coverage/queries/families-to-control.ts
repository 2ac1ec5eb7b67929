import { z } from 'zod';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import { listControlStandings } from '../store/controls.ts';

/** The families of these requests, and whether the insurers have answered about each: who was asked in one envelope stays in it. */
export const familiesToControl = defineQuery({
  name: 'coverage.families-to-control',
  summary: 'Whom the insurers have still to answer about',
  permission: 'system:coverage',
  input: z.object({ requests: z.array(z.uuid()) }),
  output: z.object({
    families: z.array(
      z.object({
        request: z.string(),
        persons: z.custom<readonly Beneficiary[]>(Array.isArray),
        isAnswered: z.boolean(),
        after: z.string().nullable(),
      }),
    ),
  }),
  internal: true,
  async run({ tx }, { requests }) {
    const standings = await listControlStandings(tx, requests);
    const persons = Map.groupBy(
      await listBeneficiaries(
        tx,
        standings.map((entry) => entry.id),
      ),
      (person) => person.requestId,
    );
    const families = standings.map(({ id, isAnswered, household, after }) => {
      const own = persons.get(id) ?? [];
      const isOfNow = household === null || household === own[0]?.householdId;
      return { request: id, persons: own, isAnswered: isAnswered && isOfNow, after };
    });
    return { families };
  },
});
