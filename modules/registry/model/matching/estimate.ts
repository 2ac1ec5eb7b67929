import { byField, type Field, fields, levelsOf, toLevels } from './levels.ts';

/** For each field, how likely each of its levels is; what is missing is left out of the count. */
export type Chances = Readonly<Record<Field, readonly number[]>>;

/**
 * What the search has learned of the register: among pairs that are one person, how often each field agrees how far (`matches`); among two
 * persons taken at random (`others`); and the share of all pairs that are one person.
 */
export type Estimate = { readonly matches: Chances; readonly others: Chances; readonly share: number };

/** How many pairs have these levels; `pattern` by `toPattern`. */
export type PatternCount = { readonly pattern: number; readonly count: number };

/** Of pairs taken at random, next to none is one person: how often their fields agree is how often chance makes two persons agree. */
export function chancesOf(counts: readonly PatternCount[]): Chances {
  return toChances(
    counts.map(({ pattern, count }) => ({ levels: toLevels(pattern), weight: count })),
    UNSEEN,
  );
}

/** A level that was never seen is held to be half as frequent as one seen once. */
const UNSEEN = 0.5;

type Weighed = { readonly levels: readonly number[]; readonly weight: number };

function toChances(pairs: readonly Weighed[], unseen: number): Chances {
  return byField((field, at) => {
    const sums = levelsOf[field].map((_level, place) => (place === MISSING ? 0 : unseen));
    for (const { levels, weight } of pairs) {
      const level = levels[at] ?? MISSING;
      if (level !== MISSING) sums[level] = (sums[level] ?? 0) + weight;
    }
    const all = sums.reduce((sum, some) => sum + some, 0);
    return sums.map((some) => (all > 0 ? some / all : 0));
  });
}

const MISSING = 0;

export type Training = {
  /** The pairs compared, of all the pairs there are. */
  readonly compared: readonly PatternCount[];
  readonly allPairs: number;
  readonly others: Chances;
};

export type Trained = Estimate & {
  readonly turns: number;
  /** Of what was compared, after each turn; it never falls. */
  readonly likelihoods: readonly number[];
};

/**
 * Fellegi and Sunter's model, its chances estimated by expectation and maximisation. Pairs that were not compared share no key: they are
 * held to be two persons, so the pairs that were compared are not taken for a sample of all.
 */
export function estimateFrom(training: Training, mostTurns = 200): Trained {
  const pairs = training.compared.map(({ pattern, count }) => ({ levels: toLevels(pattern), count }));
  let [matches, share, turns] = [firstGuess(), FIRST_SHARE_OF_COMPARED * comparedShare(training), 0];
  const likelihoods: number[] = [];
  for (; turns < mostTurns; turns += 1) {
    const chances = pairs.map(({ levels }) => ({
      asOne: share * chanceOf(levels, matches),
      asTwo: (1 - share) * chanceOf(levels, training.others),
    }));
    likelihoods.push(likelihoodOf(pairs, chances, { share, allPairs: training.allPairs }));
    const weighed = pairs.map(({ levels, count }, at) => ({ levels, weight: count * partOfOne(chances[at]) }));
    const expected = weighed.reduce((sum, { weight }) => sum + weight, 0);
    const next = expected / training.allPairs;
    matches = toChances(weighed, 0);
    const isStill = Math.abs(next - share) <= STILL * share;
    share = next;
    if (isStill) break;
  }
  return { matches: withUnseen(matches, share * training.allPairs), others: training.others, share, turns, likelihoods };
}

const FIRST_SHARE_OF_COMPARED = 0.05;
const STILL = 1e-6;

type Chance = { readonly asOne: number; readonly asTwo: number };

function partOfOne(chance: Chance | undefined): number {
  if (chance === undefined || chance.asOne === 0) return 0;
  return chance.asOne / (chance.asOne + chance.asTwo);
}

function comparedShare({ compared, allPairs }: Training): number {
  return compared.reduce((sum, { count }) => sum + count, 0) / allPairs;
}

/** Each level half as likely as the closer one before it: where the turns begin, not what they end with. */
function firstGuess(): Chances {
  return byField((field) => {
    const halves = levelsOf[field].map((_level, place) => (place === MISSING ? 0 : 0.5 ** place));
    const all = halves.reduce((sum, half) => sum + half, 0);
    return halves.map((half) => half / all);
  });
}

function chanceOf(levels: readonly number[], chances: Chances): number {
  return fields.reduce((chance, field, at) => {
    const level = levels[at] ?? MISSING;
    return level === MISSING ? chance : chance * (chances[field][level] ?? 0);
  }, 1);
}

type Whole = { readonly share: number; readonly allPairs: number };

function likelihoodOf(
  pairs: readonly { readonly count: number }[],
  chances: readonly Chance[],
  { share, allPairs }: Whole,
): number {
  let [sum, compared] = [0, 0];
  for (const [at, { count }] of pairs.entries()) {
    const chance = chances[at];
    if (chance) sum += count * Math.log(chance.asOne + chance.asTwo);
    compared += count;
  }
  return sum + (allPairs - compared) * Math.log1p(-share);
}

/** What no pair showed is improbable, not impossible: the fewer pairs are one person, the less it says. */
function withUnseen(chances: Chances, expected: number): Chances {
  return byField((field) => {
    const levels = levelsOf[field].length - 1;
    const all = expected + UNSEEN * levels;
    return chances[field].map((chance, place) => (place === MISSING ? 0 : (chance * expected + UNSEEN) / all));
  });
}
