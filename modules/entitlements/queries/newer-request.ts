import { z } from 'zod';
import { lawAt } from '#law';
import { listFilesInBrief, listFilesToRegister } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { termOf } from '../model/renewal.ts';
import { listRegistrations } from '../store/registrations.ts';
import { findLatestRenewalBeside, listRenewals } from '../store/renewal-requests.ts';

/**
 * The last request by which the family of a request asked for its rights again, when that is another one: whoever still holds the receipt of the
 * earlier one is led to it. Of a renewal that is not registered, the right that runs meanwhile. In reach of whoever asks.
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
        /** It waits for its decision: nothing else is to be asked meanwhile. */
        isUnderWay: z.boolean(),
        /** The first day of the right that it renewed. */
        begins: z.string().optional(),
      })
      .optional(),
    /** Of a request that asks for rights again and did not get them yet: until when those of the family run, and under which number. */
    running: z.object({ registration: z.string(), endsOn: z.string() }).optional(),
  }),
  async run({ tx }, { application }) {
    const running = await runningOf(tx, application);
    const row = await findLatestRenewalBeside(tx, application);
    const [file] = row ? await listFilesToRegister(tx, [row.request_id]) : [];
    if (!row || !file) return { running };
    const [{ state } = { state: 'closed' }] = await listFilesInBrief(tx, [row.request_id]);
    const { id, number, territory } = file;
    return {
      running,
      newer: {
        ...{ application: id, number, territory, askedOn: row.asked_on },
        isUnderWay: row.from_day === null && state !== 'closed',
        ...(row.from_day === null ? {} : { begins: row.from_day }),
      },
    };
  },
});

async function runningOf(tx: Tx, request: string) {
  const renewal = (await listRenewals(tx, [request])).find(({ from_day }) => from_day === null);
  const [row] = renewal ? await listRegistrations(tx, [renewal.registration_number]) : [];
  if (!row) return undefined;
  const months = lawAt(row.registered_on).rights.periodMonths.value;
  return { registration: row.number, endsOn: termOf({ registeredOn: row.registered_on, months }).toString() };
}
