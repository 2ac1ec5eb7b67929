import { magicTable } from '../../../../partners/magic.ts';

/** Households that can have numbers of their own: beyond, two people would share one. */
export const mostHouseholds = 4_000_000;

/**
 * The national card number of the `slot`-th adult (0 to 15) of household `index`: two letters, the first after the region, and seven
 * digits. Unique in the whole population, and never one that a register stand-in answers in a special way.
 */
export function ordinaryCardNumber(region: string, index: number, slot: number): string {
  const own = ordinaryEndings.slice(slot * endingsPerSlot, (slot + 1) * endingsPerSlot);
  return `${stem(region, index, slot + 1)}${own[index % endingsPerSlot]}`;
}

/** A number that makes a register stand-in answer as `digits` says in `partners/magic.ts`; one of each per household. */
export function magicCardNumber(region: string, index: number, digits: string): string {
  return `${stem(region, index, 0)}${digits}`;
}

const magicDigits = new Set<string>(magicTable.map((row) => row.digits));
const ordinaryEndings = Array.from({ length: 100 }, (_, ending) => String(ending).padStart(2, '0')).filter(
  (ending) => !magicDigits.has(ending),
);
const endingsPerSlot = 5;

/** Two first letters a region, close to those its offices use; with 26 second letters and 90,000 numbers each. */
const firstLetters: Readonly<Record<string, readonly [string, string]>> = {
  '01': ['K', 'L'],
  '02': ['F', 'S'],
  '03': ['C', 'D'],
  '04': ['A', 'G'],
  '05': ['I', 'Q'],
  '06': ['B', 'M'],
  '07': ['E', 'H'],
  '08': ['P', 'U'],
  '09': ['J', 'N'],
  '10': ['O', 'T'],
  '11': ['R', 'V'],
  '12': ['W', 'X'],
};
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const numbers = 90_000;
const stems = 2 * alphabet.length * numbers;

/** A walk through all stems, each household on another one: the step shares no factor with their count. */
function stem(region: string, index: number, walk: number): string {
  const place = (index * 1_000_003 + walk * 611_953) % stems;
  const letters = firstLetters[region];
  if (letters === undefined || index > mostHouseholds)
    throw new RangeError(`no card number for household ${index} of region ${region}`);
  const number = 10_000 + (place % numbers);
  const rest = Math.floor(place / numbers);
  return `${letters[rest % 2]}${alphabet[Math.floor(rest / 2)]}${number}`;
}
