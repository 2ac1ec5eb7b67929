import { beforeAll, describe, expect, test } from 'vitest';
import { lawAt } from '#law';
import { aHardRegister, type HardRegister } from '../../testing/a-hard-register.ts';
import { disguises } from '../../testing/disguises.ts';
import { figuresOf } from '../../testing/figures.ts';
import { type Compared, compareAll, type Found, joinAll, judgeAll, type Leaving } from '../../testing/search-in-memory.ts';
import type { Truth } from '../../testing/truth-set.ts';
import { blockKeysOf, blockRules } from './block-keys.ts';

// Families of nobody, some entered again in other words, and namesakes beside them: what is one person is known, so what the search finds can
// be counted. A rule whose absence these floors do not notice is not worth having.
const { certainFrom, reviewFrom } = lawAt('2026-09-01').registry;

let register: HardRegister;
let compared: Compared;
let found: readonly Found[];
beforeAll(() => {
  register = aHardRegister(1_500, 'truth');
  compared = compareAll(register.statements);
  found = judgeAll(compared).found;
});

function figuresFrom(probability: number, judged = found) {
  return figuresOf(
    judged.filter((pair) => pair.probability >= probability),
    register.truths,
  );
}

const RECALL_OF_CERTAIN = 0.965;
const PRECISION_OF_CERTAIN = 0.94;

test('nearly all who were entered twice are found, and few namesakes with them', () => {
  const [certain, seen] = [figuresFrom(certainFrom.value), figuresFrom(reviewFrom.value)];
  for (const [band, { planted, precision, recall }] of Object.entries({ certain, 'certain or to review': seen }))
    console.log(
      `${compared.persons.length} persons, ${planted} planted twice, ${band}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
  expect(certain.recall).toBeGreaterThan(RECALL_OF_CERTAIN);
  expect(certain.precision).toBeGreaterThan(PRECISION_OF_CERTAIN);
  expect(seen.recall).toBeGreaterThan(0.98);
  expect(seen.precision).toBeGreaterThan(0.8);
});

test.each<NonNullable<Leaving['out']>>(['given', 'family', 'birth', 'kin'])('without %s, too many of them are lost', (out) => {
  expect(figuresFrom(certainFrom.value, judgeAll(compared, { out }).found).recall).toBeLessThan(RECALL_OF_CERTAIN);
});

describe('every rule of keys brings together some who are one person and would never meet', () => {
  const soleRules = () => {
    const persons = new Map(compared.persons.map((person) => [person.person, person]));
    const keysOf = (person: string, rule: (typeof blockRules)[number]) => {
      const known = persons.get(person);
      return known ? blockKeysOf(known, [rule]) : [];
    };
    const meeting = ({ one, other }: Truth) =>
      blockRules.filter((rule) => keysOf(one, rule).some((key) => keysOf(other, rule).includes(key)));
    return register.truths
      .filter(({ kind }) => kind === 'duplicate')
      .map(meeting)
      .filter((rules) => rules.length === 1)
      .map(([rule]) => rule?.name);
  };

  test.each(blockRules.map(({ name }) => name))('%s', (name) => {
    expect(soleRules()).toContain(name);
  });
});

test('whatever was done to a name or a date, most are found', () => {
  const seen = new Set(
    found.filter(({ probability }) => probability >= reviewFrom.value).map(({ one, other }) => [one, other].toSorted().join(' ')),
  );
  const duplicates = register.truths.filter(({ kind }) => kind === 'duplicate');
  const byDisguise = Map.groupBy(
    duplicates.flatMap((truth) => truth.disguises.map((disguise) => ({ disguise, truth }))),
    ({ disguise }) => disguise,
  );
  for (const [disguise, worn] of byDisguise) {
    const met = worn.filter(({ truth }) => seen.has([truth.one, truth.other].toSorted().join(' '))).length;
    const least = disguise === 'other-given-name' ? 0.6 : 0.85;
    expect([disguise, met, worn.length, met / worn.length > least]).toEqual([disguise, met, worn.length, true]);
  }
  expect(byDisguise.size).toBe(Object.keys(disguises).length);
});

test('joined along the likely pairs, nobody has two cards, and a card misread is left to a person', () => {
  const { clusterOf, contradicted } = joinAll(compared, found, certainFrom.value);
  const cards = new Map(compared.persons.map(({ person, cnie }) => [person, cnie]));
  for (const members of Map.groupBy(clusterOf, ([, cluster]) => cluster).values())
    expect(new Set(members.flatMap(([person]) => cards.get(person) ?? [])).size).toBeLessThanOrEqual(1);
  expect(contradicted.length).toBeGreaterThan(0);
  for (const { one, other } of contradicted) expect(clusterOf.get(one)).not.toBe(clusterOf.get(other) ?? 'nobody');
});
