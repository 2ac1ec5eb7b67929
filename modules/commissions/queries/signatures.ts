import { lawAt } from '#law';
import type { Tx } from '#platform/database';
import { listInstitutionsSigned } from '../store/signatures.ts';
import type { SittingRow } from '../store/tables.ts';

export type Signatures = { readonly given: number; readonly needed: number };

/** How many institutions have signed the minutes of each sitting, and how many make them valid: those that make a quorum. */
export async function signaturesOf(
  tx: Tx,
  sittings: readonly Pick<SittingRow, 'id' | 'held_on'>[],
): Promise<ReadonlyMap<string, Signatures>> {
  const signed = Map.groupBy(
    await listInstitutionsSigned(
      tx,
      sittings.map(({ id }) => id),
    ),
    ({ sitting_id }) => sitting_id,
  );
  return new Map(
    sittings.map(({ id, held_on }) => {
      const needed = lawAt(held_on).commissions.quorum.value;
      return [id, { given: signed.get(id)?.length ?? 0, needed }];
    }),
  );
}
