import { withCheckDigit } from '#platform/numbers';

/** The number people read and type: year of arrival, seven digits of that year's sequence, check digit: `202604127733`. */
export function applicationNumber(year: number, sequence: number): string {
  return withCheckDigit(`${year}${String(sequence).padStart(7, '0')}`);
}
