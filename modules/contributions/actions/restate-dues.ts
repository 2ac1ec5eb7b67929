import { lawAt } from '#law';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { yearlyContribution } from '../model/contribution.ts';
import { canBePaid } from '../model/due.ts';
import { listDuesForUpdate, waiveDue } from '../store/dues.ts';
import { assess } from './assess-dues.ts';

/**
 * Asks anew, for the persons they count now, what households have not paid yet and owe in another amount; part of the deed that changed them. The
 * old notice is waived and no bank takes it. What is paid stays paid for its year, whoever came or went since. Returns the new notices.
 */
export async function restateDues(
  context: DeedContext,
  households: readonly { readonly registration: string; readonly persons: number }[],
): Promise<readonly string[]> {
  const persons = new Map(households.map((household) => [household.registration, household.persons]));
  const law = lawAt(context.today.toString()).contributions;
  const rule = { perPerson: law.perPerson.value, householdCap: law.householdCap.value };
  const restated = (await listDuesForUpdate(context.tx, [...persons.keys()])).flatMap((due) => {
    const count = persons.get(due.registration_number) ?? due.persons;
    const isSame = yearlyContribution(count, rule) === due.amount_centimes;
    return canBePaid(due.state) && !isSame ? [{ due, persons: count }] : [];
  });
  for (const { due } of restated) await waiveDue(context.tx, due.notice);
  context.journal(
    ...restated.map(({ due }) => ({
      subject: `due:${due.notice}`,
      territory: due.territory,
      before: digestOf({ notice: due.notice, amount: due.amount_centimes, state: due.state }),
      after: digestOf({ notice: due.notice, amount: due.amount_centimes, state: 'waived' }),
    })),
  );
  return assess(
    context,
    restated.map(({ due, persons: count }) => ({
      registration: due.registration_number,
      persons: count,
      territory: due.territory,
      yearOfRight: due.year_of_right,
      payableUntil: due.payable_until,
    })),
  );
}
