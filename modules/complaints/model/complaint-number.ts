import { withCheckDigit } from '#platform/numbers';

/** Tells a complaint's number from a request's and a sitting's, which are as long. */
const COMPLAINT = '8';

/** The number people read and type: year, six digits of a sequence behind the mark of complaints, check digit: `202680000017`. */
export function complaintNumber(year: number, sequence: number): string {
  return withCheckDigit(`${year}${COMPLAINT}${String(sequence).padStart(6, '0')}`);
}
