import { type Magic, type MagicEffect, magicTable } from '../../../../partners/magic.ts';
import { type Random, randomOf, type Weighted } from './random.ts';
import type { Expected } from './truth.ts';

/** What is to be planted in one household. */
export type Plan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'double-cover'; readonly magic: Magic; readonly expected: Expected }
  | { readonly kind: 'identity-mismatch'; readonly magic: Magic; readonly expected: Expected }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'false-declaration' }
  | { readonly kind: 'unfit-for-intake' };

export type Errors = 'none' | 'usual';

/** The plan of household `index`, with the chance left to carry it out. At most one kind of fact a household, so that each can be counted. */
export function planOf(seed: string, index: number, errors: Errors): { readonly plan: Plan; readonly random: Random } {
  const random = randomOf(seed, 'truth', index);
  return { random, plan: errors === 'none' ? nothing : random.weighted(usual) };
}

const nothing: Plan = { kind: 'nothing' };

/** How many households in a hundred thousand. Covers: 3.5 % (ANAM 2015: 98,000 prevented of about 2.75 million). */
const plans: readonly Weighted<Plan>[] = [
  [cover('cnss-open', 'cover-found-at-the-checks'), 1200],
  [cover('cnss-ended', 'no-obstacle'), 300],
  [cover('cnops-open', 'cover-found-at-the-checks'), 500],
  [cover('cnops-dependant', 'cover-found-at-the-checks'), 400],
  [cover('students-open', 'held-before-registration'), 600],
  [cover('art114-open', 'held-before-registration'), 500],
  [mismatch('other-spelling', 'no-obstacle'), 1000],
  [mismatch('other-person', 'difference-found-at-the-checks'), 1000],
  [mismatch('unknown', 'difference-found-at-the-checks'), 1000],
  [mismatch('other-birth-date', 'difference-found-at-the-checks'), 1000],
  [mismatch('deceased', 'difference-found-at-the-checks'), 1000],
  [{ kind: 'duplicate' }, 1500],
  [{ kind: 'false-declaration' }, 2000],
  [{ kind: 'unfit-for-intake' }, 1500],
];
const planted = plans.reduce((sum, [, weight]) => sum + weight, 0);
const usual: readonly Weighted<Plan>[] = [[nothing, 100_000 - planted], ...plans];

function cover(effect: MagicEffect, expected: Expected): Plan {
  return { kind: 'double-cover', magic: magicOf(effect), expected };
}

function mismatch(effect: MagicEffect, expected: Expected): Plan {
  return { kind: 'identity-mismatch', magic: magicOf(effect), expected };
}

/** The first row of the magic table with this effect. */
export function magicOf(effect: MagicEffect): Magic {
  const row = magicTable.find((magic) => magic.effect === effect);
  if (row === undefined) throw new Error(`no magic number has the effect ${effect}`);
  return row;
}
