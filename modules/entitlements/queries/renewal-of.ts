import { z } from 'zod';
import { lawAt } from '#law';
import { answersStated } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import { renewalOpensOn, termOf } from '../model/renewal.ts';
import { listPresentRights, listRegistrations, listRegistrationsOfRequests } from '../store/registrations.ts';
import { listRenewalsOf } from '../store/renewal-requests.ts';
import { askedRenewalOn } from './asked-renewal.ts';
import { restatedOf } from './restated-family.ts';

/** How the renewal of a registered family stands: from which day it may be asked for, whether it was, and what the family would declare by now. */
export const renewalOf = defineQuery({
  name: 'entitlements.renewal-of',
  summary: 'From when a family may ask for its rights again, and what it would declare',
  permission: 'entitlements:see-family',
  input: z.object({ application: z.uuid() }),
  output: z.object({
    renewal: z
      .object({
        registration: z.string(),
        opensOn: z.string(),
        endsOn: z.string(),
        /** The day on which it was asked for, while that request is on its way. */
        asked: z.string().optional(),
        /** The request that was registered ahead, with the first day of its right. */
        begins: z.string().optional(),
        /** The answers of the form; absent where what stands of the family is no declaration any more. */
        answers: z.unknown().optional(),
      })
      .optional(),
  }),
  async run({ tx, today }, { application }) {
    const [found] = await listRegistrationsOfRequests(tx, [application]);
    if (!found) return {};
    const [row] = await listRegistrations(tx, [found.number]);
    if (!row) return {};
    const rights = await listPresentRights(tx, [row.number]);
    const months = lawAt(row.registered_on).rights.periodMonths.value;
    const term = { registeredOn: row.registered_on, rights, months };
    const opens = renewalOpensOn(term, lawAt(today.toString()).rights.renewalOpensMonths.value);
    const ahead = (await listRenewalsOf(tx, [row.number])).find(({ from_day, begun_on }) => from_day && !begun_on);
    const asked = await askedRenewalOn(tx, row.number);
    const answers = await answersStated(tx, await restatedOf({ tx, today }, row), row.request_id);
    return {
      renewal: {
        ...{ registration: row.number, opensOn: opens.toString(), endsOn: termOf(term).toString() },
        ...(ahead?.from_day ? { begins: ahead.from_day } : {}),
        ...(asked === undefined ? {} : { asked }),
        ...(answers ? { answers } : {}),
      },
    };
  },
});
