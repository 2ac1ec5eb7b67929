import { lawAt } from '#law';
import { addDays, type PlainDate, toIsoDate } from '#platform/dates';

/** A receipt opens emergency care until the last day by which the commission must have decided: two months. */
export function emergenciesUntil(filedOn: PlainDate): PlainDate {
  return addDays(filedOn, lawAt(toIsoDate(filedOn)).deadlines.decision.value.late);
}
