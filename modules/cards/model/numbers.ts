import { withCheckDigit } from '#platform/numbers';

/** Letters before the number, so that a scanner's line is never taken for another thing: a parcel, a batch, a destruction, or the ten figures of a card. */
export function toBatchNumber(sequence: number): string {
  return `L${withCheckDigit(String(sequence).padStart(7, '0'))}`;
}

export function toParcelNumber(sequence: number): string {
  return `P${withCheckDigit(String(sequence).padStart(7, '0'))}`;
}

export function toDestructionNumber(sequence: number): string {
  return `D${withCheckDigit(String(sequence).padStart(7, '0'))}`;
}
