import { lawAt } from '#law';
import { lockValidated } from '#modules/applications';
import { latestDecisions } from '#modules/commissions';
import { assessDues } from '#modules/contributions';
import { takeCleared } from '#modules/coverage';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { withCheckDigit } from '#platform/numbers';
import { type Category, firstState, lastDayOfRight } from '../model/right.ts';
import { insertRegistrations, listRegistrationsOfRequests, takeRegistrationNumbers } from '../store/registrations.ts';
import { listRenewals } from '../store/renewal-requests.ts';
import type { BeneficiaryRow, RegistrationRow, RightRow } from '../store/tables.ts';
import { beginMembers } from './begin-members.ts';
import { renewFamilies, type ToRenew } from './renew-families.ts';
import { tellRights } from './tell-rights.ts';

/** A family that was registered just now. */
export type Registered = { readonly application: string; readonly number: string; readonly category: Category };

/**
 * Registers those of these families that stand validated, are admitted and cleared: part of the deed that says who may. A file is held from
 * the first look, so that nobody sends it back meanwhile.
 */
export async function registerFamilies(context: DeedContext, applications: readonly string[]): Promise<readonly Registered[]> {
  const standing = await lockValidated(context.tx, applications);
  const known = new Set((await listRegistrationsOfRequests(context.tx, applications)).map((row) => row.request_id));
  const decided = (await latestDecisions(context.tx, applications)).filter(
    ({ application, outcome, isValidated }) =>
      isCategory(outcome) && isValidated && standing.has(application) && !known.has(application),
  );
  const cleared = await takeCleared(
    context,
    decided.map(({ application }) => application),
  );
  const admitted = decided.filter(({ application }) => cleared.has(application));
  if (admitted.length === 0) return [];
  const persons = Map.groupBy(
    await listBeneficiaries(
      context.tx,
      admitted.map((decision) => decision.application),
    ),
    (person) => person.requestId,
  );
  const renewals = new Map((await listRenewals(context.tx, applications)).map((row) => [row.request_id, row]));
  const renewed = admitted.flatMap(({ application, outcome }) => {
    const renewal = renewals.get(application);
    return renewal ? [{ renewal, category: outcome as Category, persons: persons.get(application) ?? [] }] : [];
  });
  const fresh = admitted.filter(({ application }) => !renewals.has(application));
  const numbers = await takeRegistrationNumbers(context.tx, fresh.length);
  const families = fresh.map((decision, index) =>
    toFamily(context, {
      request: decision.application,
      category: decision.outcome as Category,
      sequence: numbers[index] ?? 0,
      persons: persons.get(decision.application) ?? [],
    }),
  );
  await keep(context, families);
  await renewFamilies(context, renewed);
  await tell(context, families, renewed);
  return [
    ...families.map(({ registration: { request_id, number, category } }) => ({ application: request_id, number, category })),
    ...renewed.map(({ renewal: { request_id, registration_number: number }, category }) => ({
      ...{ application: request_id, number, category },
    })),
  ];
}

async function keep(context: DeedContext, families: readonly Family[]): Promise<void> {
  await insertRegistrations(context.tx, {
    registrations: families.map((family) => family.registration),
    beneficiaries: families.flatMap((family) => family.beneficiaries),
    rights: families.map((family) => family.right),
  });
  context.journal(
    ...families.map(({ registration }) => ({
      subject: `application:${registration.request_id}`,
      territory: registration.territory,
      after: digestOf({ registration: registration.number, category: registration.category }),
      reason: registration.number,
    })),
  );
}

/** Tells a registration's number from a payment notice's, which is as long: the bank must refuse the one typed for the other. */
const REGISTRATION = '1';

type Family = {
  registration: RegistrationRow;
  beneficiaries: BeneficiaryRow[];
  right: RightRow;
};
type Admitted = { request: string; category: Category; sequence: number; persons: readonly Beneficiary[] };

function toFamily(context: DeedContext, { request, category, sequence, persons }: Admitted): Family {
  const [head] = persons;
  if (!head) throw new Error(`request ${request} has no household in the register`);
  const { territory, householdId } = head;
  const number = withCheckDigit(`${context.today.year % 100}${REGISTRATION}${String(sequence).padStart(8, '0')}`);
  return {
    registration: {
      number,
      request_id: request,
      household_id: householdId,
      category,
      registered_on: context.today.toString(),
      territory,
      years_before: 0,
    },
    beneficiaries: beginMembers(context, persons, { number, territory, begunBy: 'registered', from: context.today.toString() }),
    right: firstRight(context, { number, category, territory }),
  };
}

function firstRight(
  context: DeedContext,
  { number, category, territory }: { number: string; category: Category; territory: string },
): RightRow {
  const months = lawAt(context.today.toString()).rights.periodMonths.value;
  return {
    id: newId(),
    registration_number: number,
    state: firstState(category),
    from_day: context.today.toString(),
    to_day: lastDayOfRight(context.today, months).toString(),
    reason: 'registered',
    known_from: context.now.toString(),
    known_to: null,
    territory,
  };
}

async function tell(context: DeedContext, families: readonly Family[], renewed: readonly ToRenew[]): Promise<void> {
  const poor = families.filter((family) => family.registration.category === 'poor');
  const vulnerable = families.filter((family) => family.registration.category === 'vulnerable');
  await assessDues(
    context,
    vulnerable.map(({ registration, beneficiaries, right }) => ({
      ...{ registration: registration.number, persons: beneficiaries.length, territory: registration.territory },
      ...{ yearOfRight: 1, yearEnds: lastDayOfRight(context.today, 12).toString(), rightEnds: right.to_day },
    })),
  );
  context.emit('entitlements.registered', {
    applications: [
      ...families.map((family) => family.registration.request_id),
      ...renewed.map(({ renewal }) => renewal.request_id),
    ],
  });
  await tellRights(
    context,
    families.map(({ registration, right }) => ({
      number: registration.number,
      request: registration.request_id,
      rights: [right],
    })),
  );
  if (poor.length > 0) context.emit('entitlements.opened', { registrations: poor.map((family) => family.registration.number) });
}

function isCategory(outcome: string): outcome is Category {
  return outcome === 'poor' || outcome === 'vulnerable';
}
