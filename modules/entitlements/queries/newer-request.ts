import { z } from 'zod';
import { listFilesToRegister } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import { findLatestRenewalBeside } from '../store/renewal-requests.ts';

/**
 * The last request by which the family of a request asked for its rights again, when that is another one: whoever still holds the receipt of the
 * earlier one is led to it. In reach of whoever asks.
 */
export const newerRequest = defineQuery({
  name: 'entitlements.newer-request',
  summary: 'The later request by which the family of a request asked for its rights again',
  permission: 'entitlements:see-family',
  input: z.object({ application: z.uuid() }),
  output: z.object({
    newer: z
      .object({
        application: z.uuid(),
        number: z.string(),
        territory: z.string(),
        askedOn: z.string(),
        /** The first day of the right that it renewed. */
        begins: z.string().optional(),
      })
      .optional(),
  }),
  async run({ tx }, { application }) {
    const row = await findLatestRenewalBeside(tx, application);
    const [file] = row ? await listFilesToRegister(tx, [row.request_id]) : [];
    if (!row || !file) return {};
    const { id, number, territory } = file;
    return {
      newer: {
        ...{ application: id, number, territory, askedOn: row.asked_on },
        ...(row.from_day === null ? {} : { begins: row.from_day }),
      },
    };
  },
});
