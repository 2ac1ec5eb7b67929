import { z } from 'zod';
import { listPaidYears } from '#modules/contributions';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { partsOnPayment } from '../model/right.ts';
import { insertRights, listPresentRightsForUpdate, listRegistrations, type RightRow, supersede } from '../store/registrations.ts';
import { tellRights } from './tell-rights.ts';

/**
 * Opens the rights of families whose contribution has been paid, to the end of the year they paid for and never beyond their period. The
 * days before the payment stay what they were: awaiting it.
 */
export const openRights = defineAction({
  name: 'entitlements.open-rights',
  summary: 'Open the rights of families whose contribution has been paid',
  permission: 'system:entitlements',
  input: z.object({ registrations: z.array(z.string()).min(1) }),
  output: z.object({ opened: z.array(z.string()) }),
  refusals: [],
  internal: true,
  async run(context, { registrations }) {
    const waiting = await listPaidFor(context, registrations);
    if (waiting.length === 0) return { opened: [] };
    const now = context.now.toString();
    await supersede(
      context.tx,
      waiting.map(({ right }) => right.id),
      now,
    );
    await insertRights(
      context.tx,
      waiting.flatMap(({ right, parts }) => parts.map((part) => ({ ...right, ...part, id: newId(), known_from: now }))),
    );
    context.journal(
      ...waiting.map(({ right }) => ({
        subject: `registration:${right.registration_number}`,
        territory: right.territory,
        before: digestOf({ registration: right.registration_number, state: right.state }),
        after: digestOf({ registration: right.registration_number, state: 'open' }),
      })),
    );
    tellRights(
      context,
      waiting.map(({ request, parts }) => ({ request, rights: parts })),
    );
    const opened = waiting.map(({ right }) => right.registration_number);
    context.emit('entitlements.opened', { registrations: opened });
    return { opened };
  },
});

type Paid = { readonly request: string; readonly right: RightRow; readonly parts: ReturnType<typeof partsOnPayment> };

async function listPaidFor({ tx, today }: DeedContext, numbers: readonly string[]): Promise<readonly Paid[]> {
  const rights = await listPresentRightsForUpdate(tx, numbers);
  const years = await listPaidYears(tx, numbers);
  const registered = new Map((await listRegistrations(tx, numbers)).map((row) => [row.number, row]));
  return rights.flatMap((right) => {
    const year = years.get(right.registration_number);
    const since = registered.get(right.registration_number);
    if (right.state !== 'pending_payment' || year === undefined || since === undefined) return [];
    const parts = partsOnPayment(right, { registeredOn: toDate(since.registered_on), year, today });
    return parts.length === 0 ? [] : [{ request: since.request_id, right, parts }];
  });
}
