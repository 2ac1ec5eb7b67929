import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aHardRegister } from '../../testing/a-hard-register.ts';
import { compareAll } from '../../testing/search-in-memory.ts';
import { clustersOf, type Known, type Link, pairKey } from './clusters.ts';
import { comparePersons } from './compare.ts';
import { fields, levelsOf, toLevels, toPattern } from './levels.ts';
import { nameLevel, toHeardName } from './name-level.ts';

const { persons } = compareAll(aHardRegister(120, 'properties').statements, []);
const aPerson = fc.constantFrom(...persons);

describe('for any two persons', () => {
  test('it does not matter who is held against whom', () => {
    fc.assert(
      fc.property(aPerson, aPerson, (one, other) => {
        expect(comparePersons(one, other)).toEqual(comparePersons(other, one));
      }),
      { numRuns: 2_000 },
    );
  });

  test('who is held against themselves agrees in all that is stated', () => {
    const closest = new Set(['missing', 'same', 'presumed', 'commune', 'one', 'several']);
    fc.assert(
      fc.property(aPerson, (person) => {
        const levels = comparePersons({ ...person, cnie: null }, { ...person, cnie: null });
        for (const [at, level] of levels.entries()) expect(closest).toContain(levelsOf[fields[at] ?? 'sex'][level]);
      }),
    );
  });
});

test('any levels go into a pattern and come out of it', () => {
  const anyLevels = fc.tuple(...fields.map((field) => fc.integer({ min: 0, max: levelsOf[field].length - 1 })));
  fc.assert(
    fc.property(anyLevels, (levels) => {
      expect(toLevels(toPattern(levels))).toEqual(levels);
    }),
  );
});

/** What one office writes and another does not, that makes no other name. */
const habits: readonly (readonly [name: string, from: RegExp, to: string])[] = [
  ['article joined', /^El (?=\p{L})/u, 'El'],
  ['article left away', /^El (?=\p{L}{3})/u, ''],
  ['Al for El', /^El /, 'Al '],
  ['Ben apart', /^Ben(?=[a-z]{4})/, 'Ben '],
  ['Ait written Ayt', /^A[iï]t /, 'Ayt '],
  ['Ould written Oulad', /^Ould /, 'Oulad '],
  ['sh for ch', /ch/gi, 'sh'],
  ['u for ou', /ou(?![aeiouy])/g, 'u'],
  ['k for q', /q/gi, 'k'],
  ['j for dj', /dj/gi, 'j'],
  ['f for ph', /ph/gi, 'f'],
  ['doubled', /(?<=[aeiou])([mdlnr])(?=[aeiou])/, '$1$1'],
  ['single', /([mdlnrst])\1/g, '$1'],
  ['titled', /^/, 'Moulay '],
];

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

test.each(habits)('%s, a family name is heard as before', (_name, from, to) => {
  const families = persons
    .filter(({ person }) => person.startsWith('P'))
    .map(({ family }) => family.fr.map(({ written }) => written));
  const written = [...new Set(families.map((words) => words.map(capitalised).join(' ')))];
  const changed = written.filter((name) => name.replace(from, to) !== name);
  for (const name of changed) {
    const level = nameLevel(toHeardName(name, null), toHeardName(name.replace(from, to), null));
    expect([name, name.replace(from, to), level]).toEqual([
      name,
      name.replace(from, to),
      expect.stringMatching(/^(same|sound)$/),
    ]);
  }
});

describe('whatever the links', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const someone = fc.constantFrom(...names);
  const links = fc.array(
    fc
      .record({ one: someone, other: someone, probability: fc.double({ min: 0.5, max: 1, noNaN: true }) })
      .filter(({ one, other }) => one !== other),
    { maxLength: 12 },
  );
  const cards = fc.array(fc.constantFrom(null, null, 'A1', 'B2'), { minLength: names.length, maxLength: names.length });
  const homes = fc.array(fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5', 'h6'), {
    minLength: names.length,
    maxLength: names.length,
  });
  const apart = fc.array(fc.tuple(someone, someone), { maxLength: 3 });
  const toKnown = (cnies: readonly (string | null)[], households: readonly string[]): ReadonlyMap<string, Known> =>
    new Map(
      names.map((person, at) => [
        person,
        { person, cnie: cnies[at] ?? null, sex: 'F', birthDate: '1984-05-02', households: [`${households[at]}`] },
      ]),
    );
  const joined = (clusterOf: ReadonlyMap<string, string>, one: string, other: string) =>
    one !== other && clusterOf.has(one) && clusterOf.get(one) === clusterOf.get(other);

  test('no chain brings together two cards, two of one household, or two who were kept apart', () => {
    fc.assert(
      fc.property(links, cards, homes, apart, (given, cnies, households, kept) => {
        const known = toKnown(cnies, households);
        const keptApart = new Set(kept.map(([one, other]) => pairKey(one, other)));
        const { clusterOf } = clustersOf(given, known, keptApart);
        for (const one of names)
          for (const other of names.filter((name) => joined(clusterOf, one, name))) {
            const [left, right] = [known.get(one), known.get(other)];
            expect(left?.cnie !== null && right?.cnie !== null && left?.cnie !== right?.cnie).toBe(false);
            expect(left?.households).not.toEqual(right?.households);
            expect(keptApart.has(pairKey(one, other))).toBe(false);
          }
      }),
      { numRuns: 1_000 },
    );
  });

  test('every link joins its two, or is said to contradict; the order in which they come changes nothing', () => {
    fc.assert(
      fc.property(links, cards, homes, (given, cnies, households) => {
        const known = toKnown(cnies, households);
        const told = (all: readonly Link[]) => {
          const { clusterOf, contradicted } = clustersOf(all, known, new Set());
          const left = new Set(contradicted.map(({ one, other }) => pairKey(one, other)));
          for (const { one, other } of all) expect(joined(clusterOf, one, other)).toBe(!left.has(pairKey(one, other)));
          return new Map(clusterOf.entries().toArray().toSorted());
        };
        expect(told(given)).toEqual(told(given.toReversed()));
      }),
      { numRuns: 500 },
    );
  });
});
