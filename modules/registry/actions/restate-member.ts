import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { nameKeysOf } from '../model/name-keys.ts';
import type { PersonName } from '../model/names.ts';
import {
  insertHouseholds,
  listStandingMembers,
  type MemberRow,
  type StandingMember,
  supersedeHouseholds,
  updateWords,
} from '../store/households.ts';
import { insertNameKeys } from '../store/name-keys.ts';

/** By what somebody is known: each of it may have been written wrong. */
export type PersonWords = {
  readonly names: PersonName;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly cnie?: string | undefined;
};

type Restating = {
  /** What the family rests on; whichever others say the same of this member are put right with it. */
  readonly request: string;
  readonly others: readonly string[];
  readonly person: string;
  readonly territory: string;
  readonly statedOn: string;
  readonly words: PersonWords;
  /** Who it was before, where a correction is undone. */
  readonly as?: string;
};

/**
 * States the families of requests anew with other words for one member, part of the deed that decided it: the earlier statements stay, with the moment
 * they ended. Gives who the member is from now on: the same person, or, under another national card, whoever bears that one, since the first card may
 * be somebody else's. Undefined where the request does not state it.
 */
export async function restateMember(
  { tx, now }: Pick<DeedContext, 'tx' | 'now'>,
  { request, others, person, territory, statedOn, words, as }: Restating,
): Promise<string | undefined> {
  const families = Map.groupBy(await listStandingMembers(tx, [request, ...others]), (member) => member.request_id);
  const own = families.get(request)?.find(({ person_id }) => person_id === person);
  if (!own) return undefined;
  const concerned = [...families].filter(([, members]) => members.some((member) => saysTheSame(member, own)));
  const becomes = as ?? (own.cnie === (words.cnie ?? null) ? person : newId());
  const restated = concerned.map(([stating, members]) => {
    const household = { id: newId(), request_id: stating, territory, stated_on: statedOn };
    const place = { household_id: household.id, territory, known_since: now.toString() };
    return { household, members: members.map((member) => toRow(member, place, { person, becomes, words })) };
  });
  await supersedeHouseholds(
    tx,
    concerned.map(([stating]) => stating),
    now.toString(),
  );
  const stated = await insertHouseholds(
    tx,
    restated.map(({ household }) => household),
    restated.flatMap(({ members }) => members),
  );
  await insertNameKeys(tx, stated.flatMap(nameKeysOf));
  const after = (await listStandingMembers(tx, [request])).find(({ ref }) => ref === own.ref);
  if (after) await updateWords(tx, after.person_id, toColumns(words));
  return after?.person_id;
}

const said = ['person_id', 'cnie', 'family_fr', 'given_fr', 'family_ar', 'given_ar', 'sex', 'birth_date'] as const;

function saysTheSame(one: StandingMember, other: StandingMember): boolean {
  return said.every((word) => one[word] === other[word]);
}

type Place = Pick<MemberRow, 'household_id' | 'territory' | 'known_since'>;
type Corrected = { readonly person: string; readonly becomes: string; readonly words: PersonWords };

function toRow(member: StandingMember, place: Place, { person, becomes, words }: Corrected): MemberRow {
  const { request_id: _request, person_id, ...row } = member;
  if (person_id !== person) return { ...row, ...place, id: person_id };
  return { ...row, ...place, ...toColumns(words), cnie: words.cnie ?? null, id: becomes };
}

function toColumns({ names: { fr, ar }, sex, birthDate }: PersonWords) {
  return {
    ...{ family_fr: fr?.family ?? null, given_fr: fr?.given ?? null, family_ar: ar?.family ?? null, given_ar: ar?.given ?? null },
    ...{ sex, birth_date: birthDate },
  };
}
