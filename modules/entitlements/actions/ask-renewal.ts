import { z } from 'zod';
import { lawAt } from '#law';
import { fileRenewal } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { renewalOpensOn } from '../model/renewal.ts';
import { restatedOf } from '../queries/restated-family.ts';
import { insertRenewal, listRenewalsOf } from '../store/renewal-requests.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';
import { lockFamily } from './of-family.ts';

/**
 * Asks for a family's rights again, from some months before they end: a request that repeats what the family declared last, with what was accepted
 * since, or says what it wrote in a draft. It goes the road of every request; the running right stays what it is. Refused before that day, naming
 * it, and while such a request is on its way.
 */
export const askRenewal = defineAction({
  name: 'entitlements.ask-renewal',
  summary: 'Ask for the rights of a registered family again',
  permission: 'entitlements:report-event',
  input: z.object({
    /** The new request, called by whoever asks, so that asked twice is one. */
    request: z.uuid(),
    registration: z.string().max(40),
    draft: z.uuid().optional(),
    declaredOnHonour: z.literal(true),
  }),
  output: z.object({ application: z.string(), number: z.string(), territory: z.string() }),
  refusals: [
    'registration-unknown',
    'renewal-not-open',
    'renewal-asked',
    'open-request',
    'broken-answers',
    'not-restated',
    'draft-not-found',
  ],
  async run(context, { request, registration, draft }) {
    const found = await lockFamily(context, registration);
    if (!found) return refuse('registration-unknown', { place: 'registration' });
    const { family } = found;
    const tooEarly = earlierThanOpen(context, found);
    if (tooEarly) return tooEarly;
    const renewals = await listRenewalsOf(context.tx, [family.number]);
    if (renewals.some((row) => row.from_day !== null && row.begun_on === null)) return asked();
    const earlier = [family.request_id, ...renewals.filter(({ begun_on }) => begun_on).flatMap(requestsOf)];
    const stated = await restatedOf(context, family);
    const filed = await fileRenewal(context, {
      id: request,
      registration: family.number,
      earlier,
      previous: family.request_id,
      stated,
      draft,
    });
    if ('refused' in filed) return filed.refused === 'open-request' && renewals.length > 0 ? asked() : filed;
    await insertRenewal(context.tx, {
      ...{ request_id: filed.application, registration_number: family.number, previous_request: family.request_id },
      ...{ asked_on: context.today.toString(), territory: family.territory },
    });
    context.journal({
      subject: `registration:${family.number}`,
      territory: family.territory,
      after: digestOf({ registration: family.number, renewal: filed.application }),
    });
    return filed;
  },
});

function requestsOf({ request_id, previous_request }: { readonly request_id: string; readonly previous_request: string }) {
  return [request_id, previous_request];
}

function asked(): Refusal<'renewal-asked'> {
  return refuse('renewal-asked', { place: 'registration' });
}

type Family = { readonly family: RegistrationRow; readonly rights: readonly RightRow[] };

function earlierThanOpen({ today }: DeedContext, { family, rights }: Family): Refusal<'renewal-not-open'> | undefined {
  const law = lawAt(today.toString()).rights;
  const term = { registeredOn: family.registered_on, rights, months: lawAt(family.registered_on).rights.periodMonths.value };
  const opens = renewalOpensOn(term, law.renewalOpensMonths.value).toString();
  if (opens <= today.toString()) return undefined;
  return refuse('renewal-not-open', { place: 'registration', facts: { day: opens } });
}
