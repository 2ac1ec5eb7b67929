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
import type { BeneficiaryRow, RegistrationRow, RenewalRow, RightRow } from '../store/tables.ts';
import { beginMembers } from './begin-members.ts';
import { moveRegistrations } from './move-registrations.ts';
import { tellRights } from './tell-rights.ts';

/** A family whose renewal was admitted, with who has a part in it by the new request. */
export type ToRenew = { readonly renewal: RenewalRow; readonly category: Category; readonly persons: readonly Beneficiary[] };

/**
 * Renews the rights of families, part of the deed that registers: under the number they have, from the day after the right before ends, or from
 * today when it has lapsed. What was, stays what it was to its last day. As many statements for a thousand families as for one.
 */
export async function renewFamilies(context: DeedContext, families: readonly ToRenew[]): Promise<void> {
  if (families.length === 0) return;
  const renewed = await decideAll(context, families);
  const now = context.now.toString();
  const replaced = renewed.flatMap(({ rights, right }) => rights.filter(({ from_day }) => from_day >= right.from_day));
  await supersede(context.tx, idsOf(replaced), now);
  await insertRights(
    context.tx,
    renewed.map(({ right }) => right),
  );
  const { begun } = await changeMembers(context, renewed);
  await noteRenewed(
    context.tx,
    renewed.map(({ renewal, category, head, right }) => ({
      ...{ request_id: renewal.request_id, registered_on: context.today.toString(), category },
      ...{ household_id: head.householdId, from_day: right.from_day, territory: head.territory },
    })),
  );
  await askContributions(context, renewed, begun);
  context.journal(...renewed.map(toLine));
  await tellRights(
    context,
    renewed.map(({ registration: { number }, renewal, right }) => ({ number, request: renewal.request_id, rights: [right] })),
  );
  // Of many that were decided late, as many as begin today.
  for (let begun = 1; begun > 0; ) begun = await moveRegistrations(context);
}

/** A family with its right as it was and as it will be. */
type Renewed = ToRenew & {
  readonly head: Beneficiary;
  readonly registration: RegistrationRow;
  readonly rights: readonly RightRow[];
  readonly right: RightRow;
  readonly from: PlainDate;
  /** Years of the law that the right before was for. */
  readonly years: number;
};

async function decideAll(context: DeedContext, families: readonly ToRenew[]): Promise<readonly Renewed[]> {
  const numbers = families.map(({ renewal }) => renewal.registration_number);
  const known = Map.groupBy(await listPresentRightsForUpdate(context.tx, numbers), (row) => row.registration_number);
  const registered = new Map((await listRegistrations(context.tx, numbers)).map((row) => [row.number, row]));
  return families.map((family) => {
    const { renewal, category, persons } = family;
    const registration = registered.get(renewal.registration_number);
    const [head] = persons;
    if (!registration) throw new Error(`renewal ${renewal.request_id} is of no registration`);
    if (!head) throw new Error(`request ${renewal.request_id} has no household in the register`);
    const rights = known.get(registration.number) ?? [];
    const months = lawAt(registration.registered_on).rights.periodMonths.value;
    const from = renewedFrom({ registeredOn: registration.registered_on, rights, months }, context.today);
    return {
      ...family,
      head,
      registration,
      rights,
      from,
      years: months / 12,
      right: rightFrom(context, { registration, category, from }),
    };
  });
}

type Right = { readonly registration: RegistrationRow; readonly category: Category; readonly from: PlainDate };

function rightFrom(context: DeedContext, { registration, category, from }: Right): RightRow {
  const months = lawAt(from.toString()).rights.periodMonths.value;
  return {
    ...{ id: newId(), registration_number: registration.number, state: firstState(category), reason: 'renewed' },
    ...{ from_day: from.toString(), to_day: lastDayOfRight(from, months).toString() },
    ...{ known_from: context.now.toString(), known_to: null, territory: registration.territory },
  };
}

/** Whoever had a part has it to the eve of the new right; whoever is of the household by the new request has one from then on. */
async function changeMembers(context: DeedContext, renewed: readonly Renewed[]) {
  const now = context.now.toString();
  const eves = new Map(renewed.map(({ registration, from }) => [registration.number, addDays(from, -1).toString()]));
  const standing = (await listPresentMembersForUpdate(context.tx, [...eves.keys()])).filter(
    ({ registration_number: number, to_day }) => to_day === null || to_day > (eves.get(number) ?? ''),
  );
  await supersedeMembers(context.tx, idsOf(standing), now);
  const ending = standing.flatMap((row) => endedOn(row, eves.get(row.registration_number) ?? '', now));
  const begun = renewed.flatMap(({ persons, registration: { number, territory }, from }) =>
    beginMembers(context, persons, { number, territory, begunBy: 'renewed', from: from.toString() }),
  );
  await insertBeneficiaries(context.tx, [...ending, ...begun]);
  return { begun };
}

function endedOn(row: BeneficiaryRow, eve: string, now: string): BeneficiaryRow[] {
  if (row.from_day > eve) return [];
  const ended = { id: newId(), to_day: eve, ends_by: 'renewal' as const, noted: 'ended' as const };
  return [{ ...row, ...ended, known_from: now, known_to: null }];
}

/** What the vulnerable owe for the first year of the new right, for the persons who will have a part in it. */
async function askContributions(
  context: DeedContext,
  renewed: readonly Renewed[],
  begun: readonly BeneficiaryRow[],
): Promise<void> {
  const counts = Map.groupBy(begun, (row) => row.registration_number);
  await assessDues(
    context,
    renewed
      .filter(({ category }) => category === 'vulnerable')
      .map(({ registration: { number, years_before: before }, head, right, from, years }) => ({
        ...{ registration: number, persons: counts.get(number)?.length ?? 0, territory: head.territory },
        ...{ yearOfRight: before + years + 1, yearEnds: lastDayOfRight(from, 12).toString(), rightEnds: right.to_day },
      })),
  );
}

function toLine({ registration, category, right }: Renewed) {
  return {
    subject: `registration:${registration.number}`,
    territory: registration.territory,
    before: digestOf({ registration: registration.number, category: registration.category }),
    after: digestOf({ registration: registration.number, category, renewed: right.from_day }),
  };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
