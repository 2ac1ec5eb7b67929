const zero = 48;

/**
 * A calendar date `YYYY-MM-DD` as the number YYYYMMDD. Read from the characters: a date object for every member would cost more than
 * the whole formula.
 */
export function dateNumber(date: string): number {
  return digits(date, 0) * 1_000_000 + digits(date, 2) * 10_000 + digits(date, 5) * 100 + digits(date, 8);
}

/** Completed years between two date numbers. One born on 29 February completes a year on 1 March of common years. */
export function completedYears(birth: number, on: number): number {
  return Math.trunc((on - birth) / 10_000);
}

function digits(date: string, at: number): number {
  return (date.charCodeAt(at) - zero) * 10 + date.charCodeAt(at + 1) - zero;
}
