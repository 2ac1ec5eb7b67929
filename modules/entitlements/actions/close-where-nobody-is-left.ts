import { waiveDues } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { nobodyFrom } from '../model/covered-member.ts';
import { type ClosingReason, closeFrom } from '../model/right-changes.ts';
import { listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';
import { replaceRights } from './replace-rights.ts';

type Family = { readonly family: RegistrationRow; readonly rights: readonly RightRow[] };
/** `day` is the first on which somebody must have a part, now or later, for the family's rights to go on. */
type Why = { readonly day: string; readonly reason: ClosingReason };

/**
 * Closes the rights of the families in which nobody has a part any more, from the day after the last one's, as part of the deed by which the last
 * one lost it: nothing is owed any more and the card is worth nothing. Returns the numbers of those that it closed.
 */
export async function closeWhereNobodyIsLeft(
  context: DeedContext,
  families: readonly Family[],
  { day, reason }: Why,
): Promise<string[]> {
  const numbers = families.map(({ family }) => family.number);
  const members = await listPresentMembersForUpdate(context.tx, numbers);
  const of = Map.groupBy(members, (member) => member.registration_number);
  const changes = families.flatMap(({ family: { number, request_id: request }, rights }) => {
    const known = of.get(number);
    const over = known ? nobodyFrom(known, day) : day;
    return over === undefined ? [] : closeFrom(rights, over, reason).map((change) => ({ request, number, ...change }));
  });
  const closed = [...new Set(changes.map(({ number }) => number))];
  if (closed.length === 0) return [];
  await replaceRights(context, changes, reason);
  await waiveDues(context, closed);
  context.emit('entitlements.closed', { registrations: closed });
  return closed;
}
