import type { Estimate } from './estimate.ts';
import { type Field, fields, type Levels, levelsOf, placeOfLevel } from './levels.ts';

/** How many of all persons bear names that sound so, from 0 to 1; absent where it was not counted. */
export type NameShares = { readonly given?: number | undefined; readonly family?: number | undefined };

/** What one field says, in bits: one more makes it twice as likely that the two are one, one less half as likely. */
export type FieldWeight = { readonly field: Field; readonly level: string; readonly bits: number; readonly isRare?: boolean };

export type Weighed = { readonly fields: readonly FieldWeight[]; readonly bits: number; readonly probability: number };

/** Weighs how far two persons agree. A name that few bear counts for more than one that every tenth bears. */
export function weigh(levels: Levels, shares: NameShares, estimate: Estimate): Weighed {
  const weights = fields.map((field, at): FieldWeight => {
    const place = levels[at] ?? 0;
    const level = levelsOf[field][place] ?? 'missing';
    if (level === 'missing') return { field, level, bits: 0 };
    const byChance = chanceOfOthers(field, place, { shares, estimate });
    const bits = Math.log2((estimate.matches[field][place] ?? 0) / byChance);
    const usual = estimate.others[field][place] ?? 0;
    return byChance < usual / RARE ? { field, level, bits, isRare: true } : { field, level, bits };
  });
  const bits = Math.log2(estimate.share / (1 - estimate.share)) + weights.reduce((sum, weight) => sum + weight.bits, 0);
  return { fields: weights, bits, probability: 1 / (1 + 2 ** -bits) };
}

/** How much rarer than the usual a name must be to be called rare. */
const RARE = 4;

type Known = { readonly shares: NameShares; readonly estimate: Estimate };

/** How often two persons agree so far by chance: for a name that is alike, as often as somebody else bears that very name. */
function chanceOfOthers(field: Field, place: number, { shares, estimate }: Known): number {
  const usual = estimate.others[field][place] ?? 0;
  if (field !== 'given' && field !== 'family') return usual;
  const [same, sound] = [placeOfLevel(field, 'same'), placeOfLevel(field, 'sound')];
  const share = shares[field];
  if ((place !== same && place !== sound) || share === undefined) return usual;
  const alike = (estimate.others[field][same] ?? 0) + (estimate.others[field][sound] ?? 0);
  return (share * usual) / alike;
}

export type Bounds = { readonly certainFrom: number; readonly reviewFrom: number };
export type Band = 'certain' | 'review';

/** Nothing is done by itself in either band: both wait for a person, the certain ones first. Below, a pair is forgotten. */
export function bandOf(probability: number, { certainFrom, reviewFrom }: Bounds): Band | undefined {
  if (probability >= certainFrom) return 'certain';
  return probability >= reviewFrom ? 'review' : undefined;
}
