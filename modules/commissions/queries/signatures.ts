import { lawAt } from '#law';
import type { Tx } from '#platform/database';
import { listInstitutionsSigned } from '../store/signatures.ts';
import type { SittingRow } from '../store/tables.ts';

export type Signatures = { readonly given: number; readonly needed: number };

type Sealed = Pick<SittingRow, 'id' | 'held_on'> & { readonly kind?: 'cpl' | 'cpp' };

/** How many institutions have signed the minutes of each sitting, by a code or on paper, and how many the law has sign them. */
export async function signaturesOf(tx: Tx, sittings: readonly Sealed[]): Promise<ReadonlyMap<string, Signatures>> {
  const ids = sittings.map(({ id }) => id);
  const signed = Map.groupBy(await listInstitutionsSigned(tx, ids), ({ sitting_id }) => sitting_id);
  return new Map(
    sittings.map(({ id, held_on, kind }) => {
      const { minutesSignatures, appealQuorum } = lawAt(held_on).commissions;
      const needed = kind === 'cpp' ? appealQuorum.value : minutesSignatures.value;
      return [id, { given: signed.get(id)?.length ?? 0, needed }];
    }),
  );
}
