import { addDays, addMonths, type PlainDate, toDate } from '#platform/dates';
import { lastDayOfRight, type RightState } from './right.ts';

type Days = { readonly state: RightState; readonly from_day: string; readonly to_day: string };
type Term = { readonly registeredOn: string; readonly rights: readonly Days[]; readonly months: number };

/** The last day of the years that a family was registered for. */
export function termOf({ registeredOn, months }: Pick<Term, 'registeredOn' | 'months'>): PlainDate {
  return lastDayOfRight(toDate(registeredOn), months);
}

/** The first day on which a family may ask for its rights again: some months before they end, or the day on which they were closed. */
export function renewalOpensOn(term: Term, opensMonths: number): PlainDate {
  const closed = closedFrom(term);
  const opens = addMonths(addDays(termOf(term), 1), -opensMonths);
  return closed !== undefined && closed < opens.toString() ? toDate(closed) : opens;
}

/** When a right that is renewed begins: the day after the one before ends; when that has lapsed or was closed, the day of the registration. */
export function renewedFrom(term: Term, today: PlainDate): PlainDate {
  const next = addDays(termOf(term), 1);
  return closedFrom(term) !== undefined || next.toString() <= today.toString() ? today : next;
}

function closedFrom({ rights, registeredOn }: Term): string | undefined {
  return rights.find(({ state, from_day }) => state === 'closed' && from_day >= registeredOn)?.from_day;
}
