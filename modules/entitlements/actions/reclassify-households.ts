import { z } from 'zod';
import { latestDecisions } from '#modules/commissions';
import { waiveDues } from '#modules/contributions';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { partsWithoutPayment } from '../model/right.ts';
import { listPresentRightsForUpdate, listRegistrationsOfRequests, setCategory } from '../store/registrations.ts';
import type { RegistrationRow } from '../store/tables.ts';
import { replaceRights } from './replace-rights.ts';

/**
 * Gives registered families the category that the provincial commission found on appeal: the poor owe nothing, so that what is unpaid is
 * waived and what waited for it opens from today. What was paid stays in the books, and a card that is out stays good to its day.
 */
export const reclassifyHouseholds = defineAction({
  name: 'entitlements.reclassify-households',
  summary: 'Give registered families the category found on appeal',
  permission: 'system:entitlements',
  input: z.object({ applications: z.array(z.uuid()).min(1).max(2_000) }),
  output: z.object({ reclassified: z.array(z.string()) }),
  refusals: [],
  internal: true,
  async run(context, { applications }) {
    const poor = new Set(
      (await latestDecisions(context.tx, applications))
        .filter(({ outcome, isValidated }) => outcome === 'poor' && isValidated)
        .map(({ application }) => application),
    );
    const families = (await listRegistrationsOfRequests(context.tx, applications)).filter(
      ({ request_id, category }) => category === 'vulnerable' && poor.has(request_id),
    );
    if (families.length === 0) return { reclassified: [] };
    const numbers = families.map(({ number }) => number);
    await setCategory(context.tx, numbers, { category: 'poor', now: context.now.toString() });
    await waiveDues(context, numbers);
    context.journal(
      ...families.map(({ number, request_id, territory, category }) => ({
        subject: `application:${request_id}`,
        territory,
        before: digestOf({ registration: number, category }),
        after: digestOf({ registration: number, category: 'poor' }),
      })),
    );
    await openWaiting(context, families);
    return { reclassified: numbers };
  },
});

async function openWaiting(context: DeedContext, families: readonly RegistrationRow[]): Promise<void> {
  const requests = new Map(families.map(({ number, request_id }) => [number, request_id]));
  const waiting = (await listPresentRightsForUpdate(context.tx, [...requests.keys()])).flatMap((right) => {
    const parts = right.state === 'pending_payment' ? partsWithoutPayment(right, context.today) : [];
    return parts.length === 0 ? [] : [{ right, parts, request: requests.get(right.registration_number) ?? '' }];
  });
  if (waiting.length === 0) return;
  await replaceRights(context, waiting);
  context.emit('entitlements.opened', { registrations: [...new Set(waiting.map(({ right }) => right.registration_number))] });
}
