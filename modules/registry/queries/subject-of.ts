import { toDate } from '#platform/dates';
import type { Beneficiary } from './beneficiaries.ts';

/** The name by which partners hand a person back to us: stable for ever, meaningless to them. */
export function subjectRefOf(person: Beneficiary): string {
  return `${person.requestId}/${person.ref}`;
}

/** A beneficiary as partners are asked about them. */
export function subjectOf(person: Beneficiary) {
  return {
    ref: subjectRefOf(person),
    cnie: person.cnie,
    names: person.names,
    birthDate: toDate(person.birthDate),
    sex: person.sex,
  };
}
