import { z } from 'zod';
import { lawAt } from '#law';
import { listPaidDues } from '#modules/contributions';
import { defineQuery } from '#platform/actions';
import { toDate } from '#platform/dates';
import { owedByCommune, paidMeanwhile } from '../model/paid-meanwhile.ts';
import { listRegistrationsOfRequests } from '../store/registrations.ts';

const Days = z.object({ from: z.iso.date(), to: z.iso.date() });

/**
 * Who paid for a person on days on which another scheme covered them, too: of the vulnerable the family, with the part of what it paid that falls
 * on these days; of the poor the commune, by the yearly amount of the law. Nothing of a family that was never registered.
 */
export const paidWhileCovered = defineQuery({
  name: 'entitlements.paid-while-covered',
  summary: 'Who paid for a person on days on which another scheme covered them, and how much',
  permission: 'entitlements:read',
  input: z.object({ application: z.uuid(), shared: z.array(Days).max(100) }),
  output: z.object({
    registration: z.string().optional(),
    category: z.enum(['poor', 'vulnerable']).optional(),
    family: z.array(
      z.object({
        year: z.int(),
        persons: z.int(),
        amountCentimes: z.int(),
        from: z.string(),
        to: z.string(),
        days: z.int(),
        ofDays: z.int(),
        shareCentimes: z.int(),
      }),
    ),
    commune: z.object({ days: z.int(), shareCentimes: z.int() }).optional(),
  }),
  async run({ tx, today }, { application, shared }) {
    const [registration] = await listRegistrationsOfRequests(tx, [application]);
    if (!registration) return { family: [] };
    const { number, category, years_before: yearsBefore } = registration;
    const paid = (await listPaidDues(tx, [number])).map(({ persons, ...due }) => ({
      ...{ year: due.credited_year ?? due.year_of_right, persons, amountCentimes: due.amount_centimes },
    }));
    const ofTerm = paid.flatMap((one) => (one.year > yearsBefore ? [{ ...one, year: one.year - yearsBefore }] : []));
    const family = paidMeanwhile(ofTerm, shared, toDate(registration.registered_on));
    const { communeShare } = lawAt(today.toString()).contributions;
    const commune = category === 'poor' ? owedByCommune(shared, communeShare.value) : undefined;
    return { registration: number, category, family, ...(commune && commune.days > 0 ? { commune } : {}) };
  },
});
