import { describe, expect, test } from 'vitest';
import { type Chances, chancesOf, estimateFrom, type PatternCount } from './estimate.ts';
import { byField, fields, levelsOf, placeOfLevel, toLevels, toPattern } from './levels.ts';
import { bandOf, weigh } from './weigh.ts';

/** Chances falling by this factor from one level to the next. */
function falling(by: number): Chances {
  return byField((field) => {
    const powers = levelsOf[field].map((_level, place) => (place === 0 ? 0 : by ** place));
    const all = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / all);
  });
}

function everyPattern(): number[] {
  const all = fields.reduce((product, field) => product * levelsOf[field].length, 1);
  return Array.from({ length: all }, (_, pattern) => pattern).filter((pattern) => toLevels(pattern).every((level) => level > 0));
}

function chanceOf(pattern: number, chances: Chances): number {
  return toLevels(pattern).reduce((chance, level, at) => chance * (chances[fields[at] ?? 'sex'][level] ?? 0), 1);
}

const matches = falling(0.2);
const others = falling(3);

describe('what the search learns', () => {
  test('it finds again what the pairs were made from', () => {
    const [share, allPairs] = [0.01, 1_000_000];
    const compared = everyPattern().map((pattern) => ({
      pattern,
      count: allPairs * (share * chanceOf(pattern, matches) + (1 - share) * chanceOf(pattern, others)),
    }));
    const found = estimateFrom({ compared, allPairs, others });
    expect(found.share).toBeCloseTo(share, 4);
    for (const field of fields)
      for (const [place, chance] of matches[field].entries()) expect(found.matches[field][place]).toBeCloseTo(chance, 2);
  });

  test('is never less likely after a turn than before', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { likelihoods } = estimateFrom({ compared: someCounts(seed), allPairs: 5_000_000, others }, 60);
      expect(likelihoods.length).toBeGreaterThan(3);
      for (const [turn, likelihood] of likelihoods.slice(1).entries())
        expect(likelihood).toBeGreaterThanOrEqual((likelihoods[turn] ?? 0) - 1e-6 * Math.abs(likelihood));
    }
  });

  test('its chances are shares of a whole, and none is naught', () => {
    const { matches: found } = estimateFrom({ compared: someCounts(3), allPairs: 5_000_000, others });
    for (const field of fields) {
      const known = found[field].slice(1);
      expect(known.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(Math.min(...known)).toBeGreaterThan(0);
    }
  });

  test('chance is counted from pairs taken at random, missing ones left out', () => {
    const same = toPattern(fields.map(() => 1));
    const missing = toPattern(fields.map(() => 0));
    const { sex } = chancesOf([
      { pattern: same, count: 9 },
      { pattern: missing, count: 1_000 },
    ]);
    expect(sex).toEqual([0, 9.5 / 10, 0.5 / 10]);
  });
});

/** Counts without any order, the same for the same seed. */
function someCounts(seed: number): PatternCount[] {
  let state = seed * 7_919;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
    return state;
  };
  const patterns = everyPattern();
  return Array.from({ length: 300 }, () => ({ pattern: patterns[next() % patterns.length] ?? 0, count: next() % 50 }));
}

describe('a pair is weighed', () => {
  const even = byField((field) => levelsOf[field].map((_level, place) => (place === 0 ? 0 : 1 / 8)));
  const estimate = {
    matches: { ...even, birth: [0, 0.8, 0.05, 0.05, 0.05, 0.02, 0.005, 0.025], sex: [0, 0.96, 0.04] },
    others: { ...even, birth: [0, 0.0001, 0.001, 0.0001, 0.005, 0.005, 0.01, 0.9788], sex: [0, 0.48, 0.52] },
    share: 1 / 1025,
  };
  const at = (levels: Record<string, number>) => fields.map((field) => levels[field] ?? 0);

  test('by hand: 1024 to 1 against, 8000 times likelier by birth date, twice by sex', () => {
    const { bits, probability, fields: said } = weigh(at({ birth: 1, sex: 1 }), {}, estimate);
    expect(bits).toBeCloseTo(-10 + Math.log2(8000) + 1, 9);
    expect(probability).toBeCloseTo(16_000 / 17_024, 9);
    expect(said.find(({ field }) => field === 'birth')).toMatchObject({ level: 'same', bits: Math.log2(8000) });
    expect(said.find(({ field }) => field === 'place')).toMatchObject({ level: 'missing', bits: 0 });
  });

  test('a name that one in 4,096 bears counts for more than one that every fourth bears', () => {
    const level = at({ given: placeOfLevel('given', 'sound') });
    const [rare, usual, uncounted] = [{ given: 1 / 4096 }, { given: 1 / 4 }, {}].map((shares) => weigh(level, shares, estimate));
    expect((rare?.bits ?? 0) - (usual?.bits ?? 0)).toBeCloseTo(10, 9);
    expect(usual?.bits).toBeCloseTo(uncounted?.bits ?? 0, 9);
    expect(rare?.fields.find(({ field }) => field === 'given')?.isRare).toBe(true);
  });

  test('and falls into a band, or is forgotten', () => {
    const bounds = { certainFrom: 0.99, reviewFrom: 0.2 };
    expect([0.995, 0.99, 0.5, 0.1].map((probability) => bandOf(probability, bounds))).toEqual([
      'certain',
      'certain',
      'review',
      undefined,
    ]);
  });
});
