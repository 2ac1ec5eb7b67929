export { parsePhone } from './phone.ts';
export { normaliseTyped } from './typed.ts';

/**
 * Numbers that people read aloud, copy by hand and type on any keyboard.
 *
 * The check digit is Damm's: one digit, and it catches every single wrong digit and every swap of two neighbours. Luhn misses the swap of 0 and 9;
 * ISO 7064 mod 97 catches as much but costs two digits, which would break the 4-4-4 people read.
 */

/** The number with its check digit at the end: `withCheckDigit('20150412773')`. */
export function withCheckDigit(digits: string): string {
  return digits + String(dammResidue(digits));
}

/** Whether ASCII digits end in their check digit. Lengths are the caller's: leading zeros do not change the digit. */
export function hasValidCheckDigit(number: string): boolean {
  return /^\d{2,}$/.test(number) && dammResidue(number) === 0;
}

/** `201504127733` → `2015 0412 7733`, with no-break spaces so that a number never breaks over two lines; wider than the spaces inside amounts, so that the groups are seen. */
export function formatGrouped(number: string, size = 4): string {
  const groups = number.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
  return groups.join('\u00a0');
}

// H. M. Damm's totally anti-symmetric quasigroup of order 10 (doctoral thesis, Marburg 2004).
const quasigroup: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

function dammResidue(digits: string): number {
  let residue = 0;
  for (const digit of digits) {
    const next = quasigroup[residue]?.[Number(digit)];
    if (next === undefined) throw new RangeError(`number-not-digits: ${JSON.stringify(digits)}`);
    residue = next;
  }
  return residue;
}
