import { waiveDues } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { addDays } from '#platform/dates';
import { nobodyFrom } from '../model/covered-member.ts';
import { type ClosingReason, closeFrom } from '../model/right-changes.ts';
import { listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import { listPresentRightsForUpdate } from '../store/registrations.ts';
import type { RegistrationRow } from '../store/tables.ts';
import { replaceRights } from './replace-rights.ts';

/**
 * Closes the right of a family in which nobody is left from today or tomorrow on, part of the deed that finds it: who dies or leaves today has its
 * part to the end of the day, and no night comes back to it. Nothing is owed any more. Whether it closed one.
 */
export async function closeEmptied(context: DeedContext, family: RegistrationRow, reason: ClosingReason): Promise<boolean> {
  const { tx, today } = context;
  const rights = await listPresentRightsForUpdate(tx, [family.number]);
  const members = await listPresentMembersForUpdate(tx, [family.number]);
  const over = members.length === 0 ? today.toString() : nobodyFrom(members, addDays(today, 1).toString());
  if (over === undefined) return false;
  const [, from = over] = [over, today.toString()].toSorted();
  const changes = closeFrom(rights, from, reason);
  if (changes.length === 0) return false;
  await replaceRights(
    context,
    changes.map((change) => ({ request: family.request_id, ...change })),
  );
  await waiveDues(context, [family.number]);
  context.emit('entitlements.closed', { registrations: [family.number] });
  return true;
}
