import { lawAt } from '#law';
import { assessDues } from '#modules/contributions';
import type { Beneficiary } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, type PlainDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { renewedFrom } from '../model/renewal.ts';
import { type Category, firstState, lastDayOfRight } from '../model/right.ts';
import { insertBeneficiaries, listPresentMembersForUpdate, supersedeMembers } from '../store/beneficiaries.ts';
import { insertRights, listPresentRightsForUpdate, listRegistrations, supersede } from '../store/registrations.ts';
import { noteRenewed } from '../store/renewal-requests.ts';
import type { RegistrationRow, RenewalRow, RightRow } from '../store/tables.ts';
import { beginMembers } from './begin-members.ts';
import { moveRegistrations } from './move-registrations.ts';
import { tellRights } from './tell-rights.ts';

/** A family whose renewal was admitted, with who has a part in it by the new request. */
export type ToRenew = { readonly renewal: RenewalRow; readonly category: Category; readonly persons: readonly Beneficiary[] };

/**
 * Renews the rights of families, part of the deed that registers: under the number they have, from the day after the right before ends, or from
 * today when it has lapsed. What was, stays what it was to its last day.
 */
export async function renewFamilies(context: DeedContext, families: readonly ToRenew[]): Promise<void> {
  if (families.length === 0) return;
  const numbers = families.map(({ renewal }) => renewal.registration_number);
  const rights = Map.groupBy(await listPresentRightsForUpdate(context.tx, numbers), (row) => row.registration_number);
  const registered = new Map((await listRegistrations(context.tx, numbers)).map((row) => [row.number, row]));
  for (const family of families) {
    const registration = registered.get(family.renewal.registration_number);
    if (!registration) throw new Error(`renewal ${family.renewal.request_id} is of no registration`);
    await renewOne(context, family, { registration, rights: rights.get(registration.number) ?? [] });
  }
  await moveRegistrations(context);
}

type Standing = { readonly registration: RegistrationRow; readonly rights: readonly RightRow[] };

async function renewOne(context: DeedContext, family: ToRenew, { registration, rights }: Standing): Promise<void> {
  const { renewal, category, persons } = family;
  const [head] = persons;
  if (!head) throw new Error(`request ${renewal.request_id} has no household in the register`);
  const months = lawAt(registration.registered_on).rights.periodMonths.value;
  const from = renewedFrom({ registeredOn: registration.registered_on, rights, months }, context.today);
  const right = rightFrom(context, { registration, category, from });
  const replaced = rights.filter(({ from_day }) => from_day >= right.from_day);
  await supersede(
    context.tx,
    replaced.map(({ id }) => id),
    context.now.toString(),
  );
  await insertRights(context.tx, [right]);
  const count = await changeMembers(context, { number: registration.number, territory: head.territory, persons, from });
  const renewed = { registered_on: context.today.toString(), category, household_id: head.householdId };
  await noteRenewed(context.tx, renewal.request_id, { ...renewed, from_day: right.from_day });
  if (category === 'vulnerable')
    await assessDues(context, [
      {
        ...{ registration: registration.number, persons: count, territory: registration.territory },
        ...{ yearOfRight: registration.years_before + months / 12 + 1 },
        ...{ yearEnds: lastDayOfRight(from, 12).toString(), rightEnds: right.to_day },
      },
    ]);
  context.journal({
    subject: `registration:${registration.number}`,
    territory: registration.territory,
    before: digestOf({ registration: registration.number, category: registration.category }),
    after: digestOf({ registration: registration.number, category, renewed: right.from_day }),
  });
  await tellRights(context, [{ number: registration.number, request: renewal.request_id, rights: [right] }]);
}

type Renewed = { readonly registration: RegistrationRow; readonly category: Category; readonly from: PlainDate };

function rightFrom(context: DeedContext, { registration, category, from }: Renewed): RightRow {
  const months = lawAt(from.toString()).rights.periodMonths.value;
  return {
    ...{ id: newId(), registration_number: registration.number, state: firstState(category), reason: 'renewed' },
    ...{ from_day: from.toString(), to_day: lastDayOfRight(from, months).toString() },
    ...{ known_from: context.now.toString(), known_to: null, territory: registration.territory },
  };
}

type Household = {
  readonly number: string;
  readonly territory: string;
  readonly persons: readonly Beneficiary[];
  readonly from: PlainDate;
};

/** Whoever had a part has it to the eve of the new right; whoever is of the household by the new request has one from then on. */
async function changeMembers(context: DeedContext, { persons, from, ...of }: Household): Promise<number> {
  const [day, eve] = [from.toString(), addDays(from, -1).toString()];
  const standing = (await listPresentMembersForUpdate(context.tx, [of.number])).filter(
    ({ to_day }) => to_day === null || to_day > eve,
  );
  await supersedeMembers(
    context.tx,
    standing.map(({ id }) => id),
    context.now.toString(),
  );
  const ending = standing
    .filter(({ from_day }) => from_day <= eve)
    .map((row) => ({
      ...row,
      ...{ id: newId(), to_day: eve, ends_by: 'renewal' as const, noted: 'ended' as const },
      ...{ known_from: context.now.toString(), known_to: null },
    }));
  const beginning = beginMembers(context, persons, { ...of, begunBy: 'renewed', from: day });
  await insertBeneficiaries(context.tx, [...ending, ...beginning]);
  return beginning.length;
}
