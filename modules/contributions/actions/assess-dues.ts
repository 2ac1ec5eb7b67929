import { lawAt } from '#law';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { withCheckDigit } from '#platform/numbers';
import { payableUntil, yearlyContribution } from '../model/contribution.ts';
import { type DueRow, insertDues, takeNoticeNumbers } from '../store/dues.ts';

/** Tells a notice's number from a registration's, which is as long. */
const NOTICE = '5';

type Assessed = {
  readonly registration: string;
  readonly persons: number;
  readonly territory: string;
  readonly yearOfRight: number;
};

/** A household with the last day of the year that it is asked for, and that of the whole right. */
export type HouseholdToAssess = Assessed & { readonly yearEnds: string; readonly rightEnds: string };

/**
 * Assesses what vulnerable households owe for a year of rights and gives each its payment notice, part of the deed that registers or
 * renews them. Returns the notices in the order asked.
 */
export function assessDues(context: DeedContext, households: readonly HouseholdToAssess[]): Promise<readonly string[]> {
  const { latePayment } = lawAt(context.today.toString()).contributions;
  return assess(
    context,
    households.map((household) => ({ ...household, payableUntil: payableUntil(latePayment.value, household) })),
  );
}

/** The same where the last day on which a payment opens something is known already. */
export async function assess(
  context: DeedContext,
  households: readonly (Assessed & { readonly payableUntil: string | null })[],
): Promise<readonly string[]> {
  if (households.length === 0) return [];
  const law = lawAt(context.today.toString()).contributions;
  const rule = { perPerson: law.perPerson.value, householdCap: law.householdCap.value };
  const sequence = await takeNoticeNumbers(context.tx, households.length);
  const dues: DueRow[] = households.map((household, index) => ({
    notice: withCheckDigit(`${context.today.year % 100}${NOTICE}${String(sequence[index] ?? 0).padStart(8, '0')}`),
    registration_number: household.registration,
    year_of_right: household.yearOfRight,
    persons: household.persons,
    amount_centimes: yearlyContribution(household.persons, rule),
    state: 'notified',
    assessed_on: context.today.toString(),
    territory: household.territory,
    payable_until: household.payableUntil,
    credited_year: null,
  }));
  await insertDues(context.tx, dues);
  context.journal(
    ...dues.map((due) => ({
      subject: `due:${due.notice}`,
      territory: due.territory,
      after: digestOf({ notice: due.notice, amount: due.amount_centimes, state: due.state }),
    })),
  );
  context.emit('contributions.notified', {
    notices: dues.map((due) => due.notice),
    registrations: dues.map((due) => due.registration_number),
  });
  return dues.map((due) => due.notice);
}
