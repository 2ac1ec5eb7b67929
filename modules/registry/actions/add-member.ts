import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { nameKeysOf } from '../model/name-keys.ts';
import type { PersonName } from '../model/names.ts';
import type { EntitledBy } from '../model/ramed-household.ts';
import { insertHouseholds, listStandingMembers, type MemberRow, supersedeHouseholds } from '../store/households.ts';
import { insertNameKeys } from '../store/name-keys.ts';

/** Who comes into a household that has been stated. */
export type Newcomer = {
  readonly relation: 'spouse' | 'child';
  readonly entitledBy: EntitledBy;
  readonly names: PersonName;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly cnie?: string | undefined;
};

/**
 * States the family of a request anew with one more member, part of the deed that decided it: the earlier statement stays, with the moment it
 * ended. Gives the person, known by its card or new, and its place in the form. Undefined where the request states no family.
 */
export async function addMember(
  { tx, now }: Pick<DeedContext, 'tx' | 'now'>,
  { request, territory, statedOn, newcomer }: { request: string; territory: string; statedOn: string; newcomer: Newcomer },
): Promise<{ personId: string; ref: number } | undefined> {
  const standing = await listStandingMembers(tx, [request]);
  if (standing.length === 0) return undefined;
  const household = { id: newId(), request_id: request, territory, stated_on: statedOn };
  const own = { household_id: household.id, territory, known_since: now.toString() };
  const ref = Math.max(...standing.map((member) => member.ref)) + 1;
  const members: MemberRow[] = [
    ...standing.map(({ request_id: _request, person_id: id, ...member }) => ({ ...member, ...own, id })),
    { ...own, ...wordsOf(newcomer), id: newId(), ref },
  ];
  await supersedeHouseholds(tx, [request], now.toString());
  const stated = await insertHouseholds(tx, [household], members);
  await insertNameKeys(tx, stated.flatMap(nameKeysOf));
  const added = (await listStandingMembers(tx, [request])).find((member) => member.ref === ref);
  return added && { personId: added.person_id, ref };
}

function wordsOf({ relation, entitledBy, names: { fr, ar }, sex, birthDate, cnie }: Newcomer) {
  return {
    relation,
    beneficiary_by: entitledBy,
    cnie: cnie ?? null,
    ...{ family_fr: fr?.family ?? null, given_fr: fr?.given ?? null, family_ar: ar?.family ?? null, given_ar: ar?.given ?? null },
    sex,
    birth_date: birthDate,
  };
}
