import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { nameKeysOf } from '../model/name-keys.ts';
import type { PersonName } from '../model/names.ts';
import { type ChildAges, entitledBy, type StatedMember } from '../model/ramed-household.ts';
import { insertHouseholds, type MemberRow } from '../store/households.ts';
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
 * is kept too, for whoever looks for a person by name.
 */
export async function recordHouseholds(
  context: Pick<DeedContext, 'tx' | 'now'>,
  statements: readonly HouseholdStatement[],
  ages: ChildAges,
): Promise<void> {
  const households = statements.map((statement) => ({
    id: newId(),
    request_id: statement.requestId,
    territory: statement.territory,
    stated_on: statement.statedOn,
  }));
  const members = statements.flatMap((statement, index) =>
    toRows(statement, households[index]?.id ?? '', ages, context.now.toString()),
  );
  const stated = await insertHouseholds(context.tx, households, members);
  await insertNameKeys(context.tx, stated.flatMap(nameKeysOf));
}

function toRows(statement: HouseholdStatement, householdId: string, ages: ChildAges, now: string): MemberRow[] {
  return statement.members.map((member) => ({
    id: newId(),
    household_id: householdId,
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
    territory: statement.territory,
    known_since: now,
  }));
}
