import { restateDues } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { listMembersOn } from '../store/beneficiaries.ts';
import { listPresentRights, listRegistrations } from '../store/registrations.ts';
import { tellRights } from './tell-rights.ts';

/**
 * What follows when others have a part in a family's rights than before, part of the deed that finds it: a contribution that is not paid yet is
 * restated for the persons of today, and whoever makes cards and who keeps the covers of all schemes are told.
 */
export async function householdsChanged(context: DeedContext, registrations: readonly string[]): Promise<void> {
  if (registrations.length === 0) return;
  const members = await listMembersOn(context.tx, registrations, { day: context.today.toString(), knownAt: undefined });
  const counts = Map.groupBy(members, (member) => member.registration_number);
  await restateDues(
    context,
    registrations.map((registration) => ({ registration, persons: counts.get(registration)?.length ?? 0 })),
  );
  const rights = Map.groupBy(await listPresentRights(context.tx, registrations), (row) => row.registration_number);
  await tellRights(
    context,
    (await listRegistrations(context.tx, registrations)).map(({ number, request_id: request }) => ({
      ...{ number, request, rights: rights.get(number) ?? [] },
    })),
  );
  context.emit('entitlements.household-changed', { registrations: [...registrations] });
}
