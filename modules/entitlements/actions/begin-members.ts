import { lawAt } from '#law';
import type { Beneficiary } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { type Beginning, foreseenEnd } from '../model/beneficiary.ts';
import type { BeneficiaryRow } from '../store/tables.ts';

type Beginnings = {
  readonly number: string;
  readonly territory: string;
  readonly begunBy: Beginning;
  readonly from: string;
};
type Beginner = Pick<Beneficiary, 'personId' | 'ref' | 'entitledBy' | 'birthDate'>;

/** The periods of members whose rights begin on a day, each to the end that is foreseen; whoever is past that end already has none. */
export function beginMembers(
  { today, now }: Pick<DeedContext, 'today' | 'now'>,
  persons: readonly Beginner[],
  { number, territory, begunBy, from }: Beginnings,
): BeneficiaryRow[] {
  const law = lawAt(today.toString()).household;
  const ages = { dependent: law.childAge.value, studying: law.studentAge.value };
  return persons.flatMap((person) => {
    const end = foreseenEnd(person, ages);
    if (end && end.to_day < from) return [];
    return [
      {
        id: newId(),
        registration_number: number,
        person_id: person.personId,
        ref: person.ref,
        entitled_by: person.entitledBy,
        from_day: from,
        to_day: end?.to_day ?? null,
        begun_by: begunBy,
        ends_by: end?.ends_by ?? null,
        known_from: now.toString(),
        known_to: null,
        noted: null,
        territory,
      },
    ];
  });
}
