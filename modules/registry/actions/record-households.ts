import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { nameKeysOf } from '../model/name-keys.ts';
import type { PersonName } from '../model/names.ts';
import { type ChildAges, entitledBy, type StatedMember } from '../model/ramed-household.ts';
import { isSameFamily, sameMember } from '../model/restating.ts';
import {
  insertHouseholds,
  listStandingMembers,
  type MemberRow,
  type StandingMember,
  supersedeHouseholds,
} from '../store/households.ts';
import { insertNameKeys } from '../store/name-keys.ts';

export type HouseholdStatement = {
  readonly requestId: string;
  readonly territory: string;
  readonly statedOn: string;
  readonly members: readonly (StatedMember & {
    readonly sex: 'F' | 'M';
    readonly names: PersonName;
    readonly cnie?: string | undefined;
  })[];
};

/**
 * Enters the families that requests state into the register, part of the deed of the module that received them: persons known by
 * their national card are recognised, the others are new; article 116 tells who of the dwelling would get rights. How the names sound
 * is kept too, for whoever looks for a person by name. A request that states its family again changes nothing when every word is the
 * same; corrected, it has a new statement beside the old one, of the same persons.
 */
export async function recordHouseholds(
  context: Pick<DeedContext, 'tx' | 'now'>,
  statements: readonly HouseholdStatement[],
  ages: ChildAges,
): Promise<void> {
  const { tx, now } = context;
  const requests = statements.map(({ requestId }) => requestId);
  const before = Map.groupBy(await listStandingMembers(tx, requests), (member) => member.request_id);
  const stating = statements.flatMap((statement) => {
    const household = {
      id: newId(),
      request_id: statement.requestId,
      territory: statement.territory,
      stated_on: statement.statedOn,
    };
    const earlier = before.get(statement.requestId) ?? [];
    const members = toRows(statement, household.id, { ages, now: now.toString(), earlier });
    return isSameFamily(earlier, members) ? [] : [{ household, members }];
  });
  if (before.size > 0) {
    await supersedeHouseholds(
      tx,
      stating.map(({ household }) => household.request_id),
      now.toString(),
    );
  }
  if (stating.length === 0) return;
  const stated = await insertHouseholds(
    tx,
    stating.map(({ household }) => household),
    stating.flatMap(({ members }) => members),
  );
  await insertNameKeys(tx, stated.flatMap(nameKeysOf));
}

type Stating = { readonly ages: ChildAges; readonly now: string; readonly earlier: readonly StandingMember[] };

function toRows(statement: HouseholdStatement, householdId: string, { ages, now, earlier }: Stating): MemberRow[] {
  return statement.members.map((member) => {
    const stated = {
      ref: member.ref,
      relation: member.relation,
      beneficiary_by: entitledBy(member, statement.statedOn, ages) ?? null,
      cnie: member.cnie ?? null,
      family_fr: member.names.fr?.family ?? null,
      given_fr: member.names.fr?.given ?? null,
      family_ar: member.names.ar?.family ?? null,
      given_ar: member.names.ar?.given ?? null,
      sex: member.sex,
      birth_date: member.birthDate,
    };
    const id = sameMember(earlier, stated)?.person_id ?? newId();
    return { ...stated, id, household_id: householdId, territory: statement.territory, known_since: now };
  });
}
