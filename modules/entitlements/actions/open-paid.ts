import { creditDues, type DueRow, listPaidDues } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { toDate } from '#platform/dates';
import { partsOnPayment, yearPaidFor } from '../model/right.ts';
import { listPresentRightsForUpdate, listRegistrations } from '../store/registrations.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';
import { type Replacement, replaceRights } from './replace-rights.ts';

/**
 * Opens what waited for a payment that has been made, part of the deed that learns of it or that ends a suspension. A payment whose year went by
 * without rights opens the running one, and its due says so. Gives whose rights opened.
 */
export async function openPaid(context: DeedContext, numbers: readonly string[]): Promise<string[]> {
  const openings = await listOpenings(context, numbers);
  if (openings.length === 0) return [];
  await replaceRights(context, openings);
  await creditDues(
    context,
    openings.filter(({ due, year }) => year !== (due.credited_year ?? due.year_of_right)),
  );
  const opened = openings.map(({ right }) => right.registration_number);
  context.emit('entitlements.opened', { registrations: opened });
  return opened;
}

type Opening = Replacement & { readonly due: DueRow; readonly year: number };

async function listOpenings({ tx, today }: DeedContext, numbers: readonly string[]): Promise<readonly Opening[]> {
  const rights = Map.groupBy(await listPresentRightsForUpdate(tx, numbers), (right) => right.registration_number);
  const paid = Map.groupBy(await listPaidDues(tx, numbers), (due) => due.registration_number);
  return (await listRegistrations(tx, numbers)).flatMap((family) => {
    const known = rights.get(family.number) ?? [];
    return known
      .filter(({ state }) => state === 'pending_payment')
      .flatMap((right) => openingOf({ family, right, known, paid: paid.get(family.number) ?? [] }, today));
  });
}

type Waiting = {
  readonly family: RegistrationRow;
  readonly right: RightRow;
  readonly known: readonly RightRow[];
  readonly paid: readonly DueRow[];
};

/** The first of what the family paid that opens something of a right that waits. */
function openingOf({ family, right, known, paid }: Waiting, today: DeedContext['today']): readonly Opening[] {
  for (const due of paid) {
    const asked = { registeredOn: toDate(family.registered_on), year: yearOf(due) - family.years_before, today };
    if (asked.year < 1) continue;
    const year = yearPaidFor(known, asked);
    const parts = partsOnPayment(right, { ...asked, year });
    if (parts.length > 0) return [{ request: family.request_id, right, parts, due, year: year + family.years_before }];
  }
  return [];
}

function yearOf({ credited_year, year_of_right }: DueRow): number {
  return credited_year ?? year_of_right;
}
