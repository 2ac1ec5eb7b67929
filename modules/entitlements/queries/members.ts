import { type Beneficiary, listEverStated } from '#modules/registry';
import type { Tx } from '#platform/database';
import { listMembersOn } from '../store/beneficiaries.ts';
import { listRenewalsOf } from '../store/renewal-requests.ts';

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
  const renewals = await listRenewalsOf(tx, numbers);
  const requests = renewals.flatMap(({ request_id, previous_request }) => [request_id, previous_request]);
  const stated = new Map(
    (await listEverStated(tx, [...new Set([...requestOf.values(), ...requests])], on.knownAt)).map((one) => [one.personId, one]),
  );
  return members
    .flatMap(({ registration_number, person_id, entitled_by }) => {
      const words = stated.get(person_id);
      // Whoever came with a renewal is stated by it: the family is still asked about by the request that its registration rests on.
      const requestId = requestOf.get(registration_number);
      return words && requestId !== undefined ? [{ ...words, requestId, entitledBy: entitled_by }] : [];
    })
    .sort((one, other) => one.ref - other.ref);
}
