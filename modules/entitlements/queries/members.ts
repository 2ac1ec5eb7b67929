import { type Beneficiary, listEverStated } from '#modules/registry';
import type { Tx } from '#platform/database';
import { listMembersOn } from '../store/beneficiaries.ts';

type Family = { readonly number: string; readonly request: string };

/** Who has a part in the rights of these families on a day, in the order of their forms, under the words of the register. */
export async function listMembers(
  tx: Tx,
  families: readonly Family[],
  on: { readonly day: string; readonly knownAt: string | undefined },
): Promise<readonly Beneficiary[]> {
  if (families.length === 0) return [];
  const numbers = families.map(({ number }) => number);
  const requestOf = new Map(families.map(({ number, request }) => [number, request]));
  const members = await listMembersOn(tx, numbers, on);
  const stated = new Map((await listEverStated(tx, [...new Set(requestOf.values())])).map((one) => [keyOf(one), one]));
  return members
    .flatMap(({ registration_number, person_id, entitled_by }) => {
      const words = stated.get(keyOf({ requestId: requestOf.get(registration_number) ?? '', personId: person_id }));
      return words ? [{ ...words, entitledBy: entitled_by }] : [];
    })
    .sort((one, other) => one.ref - other.ref);
}

function keyOf({ requestId, personId }: Pick<Beneficiary, 'requestId' | 'personId'>): string {
  return `${requestId}/${personId}`;
}
