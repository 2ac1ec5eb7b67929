import type { DeedContext } from '#platform/actions';
import { normaliseTyped } from '#platform/numbers';
import { listPresentRightsForUpdate, listRegistrations } from '../store/registrations.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';

/** A family of the asker's jurisdiction with its rights as they are known now, locked for a change; undefined where there is none. */
export async function lockFamily(
  { tx }: DeedContext,
  typed: string,
): Promise<{ readonly family: RegistrationRow; readonly rights: readonly RightRow[] } | undefined> {
  const number = normaliseTyped(typed);
  const rights = await listPresentRightsForUpdate(tx, [number]);
  const [family] = await listRegistrations(tx, [number]);
  return family && { family, rights };
}
