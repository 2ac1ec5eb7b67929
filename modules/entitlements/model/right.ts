import { addDays, addMonths, type PlainDate, toDate } from '#platform/dates';

/** The states of a right over time: lifecycles, Right. A right is kept as periods; which one holds on a day always has one answer. */
export const rightStates = ['provisional', 'pending_payment', 'open', 'suspended', 'closed'] as const;
export type RightState = (typeof rightStates)[number];

export type Category = 'poor' | 'vulnerable';

/** The last day of rights that begin on a day and last some months: the day before the same day. */
export function lastDayOfRight(from: PlainDate, months: number): PlainDate {
  return addDays(addMonths(from, months), -1);
}

/** What a newly registered family has: the poor may be cared for at once, the vulnerable once they have paid. */
export function firstState(category: Category): RightState {
  return category === 'poor' ? 'open' : 'pending_payment';
}

/** Of the periods of one right, the one that holds on a day; before the first the next one, after the last the last. */
export function rightOn<R extends Days>(rights: readonly R[], day: string): R | undefined {
  const inOrder = rights.toSorted((one, other) => (one.from_day < other.from_day ? -1 : 1));
  return inOrder.find(({ to_day }) => day <= to_day) ?? inOrder.at(-1);
}

type Days = { readonly from_day: string; readonly to_day: string };
type Payment = { readonly registeredOn: PlainDate; readonly year: number; readonly today: PlainDate };
type Part = Days & { readonly state: RightState; readonly reason?: string };

/**
 * What a right that waits becomes on the day of its payment: awaited until the day before, open to the end of the year paid for. Nothing
 * when that year, or the right itself, is over.
 */
export function partsOnPayment(right: Days, { registeredOn, year, today }: Payment): readonly Part[] {
  const endOfYear = lastDayOfRight(registeredOn, 12 * year).toString();
  const [last = endOfYear] = [endOfYear, right.to_day].toSorted();
  // A year paid for before it begins opens on its first day.
  const first = [today.toString(), right.from_day, firstDayOfYear(registeredOn, year)].toSorted().at(-1) ?? right.from_day;
  if (first > last) return [];
  const open = { state: 'open', reason: 'contribution-paid', from_day: first, to_day: last } as const;
  if (right.from_day >= first) return [open];
  return [{ state: 'pending_payment', from_day: right.from_day, to_day: addDays(toDate(first), -1).toString() }, open];
}

type Known = Days & { readonly state: RightState; readonly beneath?: 'pending_payment' | 'open' | null | undefined };

/**
 * The year that a payment opens: the one it was asked for, unless that went by without a day of rights; then the one that runs, so that nothing is
 * paid for nothing. Law: contributions, late-payment.
 */
export function yearPaidFor(rights: readonly Known[], { registeredOn, year, today }: Payment): number {
  const [first, last] = [firstDayOfYear(registeredOn, year), lastDayOfRight(registeredOn, 12 * year).toString()];
  if (today.toString() <= last) return year;
  const hasOpened = rights.some(
    ({ state, beneath, from_day, to_day }) => (state === 'open' || beneath === 'open') && from_day <= last && first <= to_day,
  );
  return hasOpened ? year : yearOfRight(registeredOn, today.toString());
}

function firstDayOfYear(registeredOn: PlainDate, year: number): string {
  return year === 1 ? registeredOn.toString() : addDays(lastDayOfRight(registeredOn, 12 * (year - 1)), 1).toString();
}

/** What a right that waited for a payment becomes when none is owed any more: awaited until the day before, open to its end. */
export function partsWithoutPayment(right: Days, today: PlainDate): readonly Part[] {
  const first = today.toString();
  if (first > right.to_day) return [];
  const reason = 'category-reformed';
  if (right.from_day >= first) return [{ state: 'open', reason, from_day: right.from_day, to_day: right.to_day }];
  const waited = { state: 'pending_payment', from_day: right.from_day, to_day: addDays(today, -1).toString() } as const;
  return [waited, { state: 'open', reason, from_day: first, to_day: right.to_day }];
}

/** Which year of a right a day is in, from one on. */
export function yearOfRight(registeredOn: PlainDate, day: string): number {
  let year = 1;
  while (lastDayOfRight(registeredOn, 12 * year).toString() < day) year += 1;
  return year;
}
