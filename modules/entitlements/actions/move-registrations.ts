import { lawAt } from '#law';
import type { DeedContext } from '#platform/actions';
import { rightOn } from '../model/right.ts';
import { listPresentRights, listRegistrations } from '../store/registrations.ts';
import { listToBegin, moveOn } from '../store/renewal-requests.ts';
import { moveFamilies } from './move-families.ts';

const MOST_AT_ONCE = 500;

/**
 * Rests registrations on the requests that renewed them, once the first day of the new right has come: its category and its commune hold from then
 * on, and whoever may be cared for is told, to have a card. Gives how many.
 */
export async function moveRegistrations(context: DeedContext): Promise<number> {
  const today = context.today.toString();
  const renewals = await listToBegin(context.tx, today, MOST_AT_ONCE);
  if (renewals.length === 0) return 0;
  const numbers = renewals.map((row) => row.registration_number);
  const before = new Map((await listRegistrations(context.tx, numbers)).map((row) => [row.number, row]));
  const years = (number: string) => lawAt(before.get(number)?.registered_on ?? today).rights.periodMonths.value / 12;
  await moveOn(
    context.tx,
    renewals.map((row) => ({ ...row, years: years(row.registration_number) })),
    { today, now: context.now.toString() },
  );
  context.journal(
    ...renewals.map(({ registration_number, request_id, territory }) => ({
      ...{ subject: `registration:${registration_number}`, territory, reason: request_id },
    })),
  );
  const moved = renewals.filter((row) => row.territory !== before.get(row.registration_number)?.territory);
  await moveFamilies(
    context,
    moved.map(({ registration_number: number, territory }) => ({ number, territory })),
  );
  const rights = Map.groupBy(await listPresentRights(context.tx, numbers), (row) => row.registration_number);
  const open = numbers.filter((number) => rightOn(rights.get(number) ?? [], today)?.state === 'open');
  if (open.length > 0) context.emit('entitlements.opened', { registrations: open });
  return renewals.length;
}
