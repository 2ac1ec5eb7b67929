import { listPaidYears } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { toDate } from '#platform/dates';
import { partsOnPayment } from '../model/right.ts';
import { listPresentRightsForUpdate, listRegistrations } from '../store/registrations.ts';
import { type Replacement, replaceRights } from './replace-rights.ts';

/** Opens what waited for a payment that has been made, part of the deed that learns of it or that ends a suspension. Gives whose rights opened. */
export async function openPaid(context: DeedContext, numbers: readonly string[]): Promise<string[]> {
  const waiting = await listPaidFor(context, numbers);
  if (waiting.length === 0) return [];
  await replaceRights(context, waiting);
  const opened = waiting.map(({ right }) => right.registration_number);
  context.emit('entitlements.opened', { registrations: opened });
  return opened;
}

async function listPaidFor({ tx, today }: DeedContext, numbers: readonly string[]): Promise<readonly Replacement[]> {
  const rights = await listPresentRightsForUpdate(tx, numbers);
  const years = await listPaidYears(tx, numbers);
  const registered = new Map((await listRegistrations(tx, numbers)).map((row) => [row.number, row]));
  return rights.flatMap((right) => {
    const year = years.get(right.registration_number);
    const since = registered.get(right.registration_number);
    if (right.state !== 'pending_payment' || year === undefined || since === undefined) return [];
    const parts = partsOnPayment(right, {
      ...{ registeredOn: toDate(since.registered_on), year: year - since.years_before, today },
    });
    return parts.length === 0 ? [] : [{ request: since.request_id, right, parts }];
  });
}
