import { addDays, addMonths, type PlainDate } from '#platform/dates';

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
