import type { HouseholdStatement } from '../index.ts';
import { blockKeysOf, blockRules, MOST_IN_A_BLOCK, pairsUnder } from '../model/matching/block-keys.ts';
import { type Clustered, clustersOf, type Known } from '../model/matching/clusters.ts';
import { comparePersons } from '../model/matching/compare.ts';
import { type ComparedPerson, kinOf, toComparedPersons } from '../model/matching/compared-person.ts';
import { chancesOf, estimateFrom, type PatternCount, type Trained } from '../model/matching/estimate.ts';
import { type Field, fields, type Levels, toLevels, toPattern } from '../model/matching/levels.ts';
import { eachTwo, samplePlaces } from '../model/matching/sample.ts';
import { type NameShares, weigh } from '../model/matching/weigh.ts';
import type { MemberRef } from './truth-set.ts';

type Pair = { readonly one: Person; readonly other: Person; readonly levels: Levels };
type Person = ComparedPerson & { readonly keys: readonly number[] };

export type Compared = {
  readonly persons: readonly Person[];
  readonly pairs: readonly Pair[];
  /** Pairs of strangers, counted. */
  readonly atRandom: readonly PatternCount[];
};

/** The pairs of a register held in memory: what the search does in portions, in one sweep; `rules` bring them together. */
export function compareAll(
  statements: readonly HouseholdStatement[],
  rules: Parameters<typeof blockKeysOf>[1] = blockRules,
): Compared {
  const persons = toPersons(statements, rules);
  return { persons, pairs: blockedPairs(persons), atRandom: pairsAtRandom(persons) };
}

export type Found = { readonly one: string; readonly other: string; readonly probability: number };

/** What is left out of account, to see what it is worth. */
export type Leaving = { readonly out?: Field | 'frequencies' };

/** Learns from the pairs and weighs them. */
export function judgeAll({ persons, pairs, atRandom }: Compared, { out }: Leaving = {}): { trained: Trained; found: Found[] } {
  const seen = (levels: Levels) => levels.map((level, at) => (fields[at] === out ? 0 : level));
  const trained = estimateFrom({
    compared: counted(pairs.map(({ levels }) => ({ levels: seen(levels), count: 1 }))),
    allPairs: (persons.length * (persons.length - 1)) / 2,
    others: chancesOf(counted(atRandom.map(({ pattern, count }) => ({ levels: seen(toLevels(pattern)), count })))),
  });
  const shares = out === 'frequencies' ? () => ({}) : sharesOf(persons);
  const found = pairs.map(({ one, other, levels }) => {
    const { probability } = weigh(seen(levels), shares(one), trained);
    return { one: one.person, other: other.person, probability };
  });
  return { trained, found };
}

/** Persons joined along the pairs that are likely enough. */
export function joinAll({ persons }: Compared, found: readonly Found[], from: number): Clustered {
  const known = new Map(persons.map((person): [string, Known] => [person.person, { ...person, households: [person.household] }]));
  return clustersOf(
    found.filter(({ probability }) => probability >= from),
    known,
    new Set(),
  );
}

function toPersons(statements: readonly HouseholdStatement[], rules: Parameters<typeof blockKeysOf>[1]): readonly Person[] {
  const compared = toComparedPersons(10_000);
  return statements.flatMap(({ requestId, territory, members }) =>
    members.map((member) => {
      const others = members.filter(({ ref }) => ref !== member.ref);
      const { ref, cnie = null, sex, birthDate } = member;
      const person = compared({
        ...namesOf(member),
        person: `${requestId}/${ref}` satisfies MemberRef,
        household: requestId,
        cnie,
        sex,
        birthDate,
        territory,
        kin: others.map((other) => kinOf({ ...namesOf(other), birthDate: other.birthDate })),
      });
      return { ...person, keys: blockKeysOf(person, rules) };
    }),
  );
}

function namesOf({ names }: HouseholdStatement['members'][number]) {
  return {
    givenFr: names.fr?.given ?? null,
    familyFr: names.fr?.family ?? null,
    givenAr: names.ar?.given ?? null,
    familyAr: names.ar?.family ?? null,
  };
}

function blockedPairs(persons: readonly Person[]): readonly Pair[] {
  const blocks = Map.groupBy(
    persons.flatMap((person) => person.keys.map((key) => ({ key, person }))),
    ({ key }) => key,
  );
  const isCrowded = (key: number) => (blocks.get(key)?.length ?? 0) > MOST_IN_A_BLOCK;
  return blocks
    .entries()
    .filter(([key]) => !isCrowded(key))
    .flatMap(([key, block]) => pairsUnder(key, [...new Set(block.map(({ person }) => person))], isCrowded))
    .map(([one, other]) => toPair(one, other))
    .toArray();
}

function toPair(one: Person, other: Person): Pair {
  return { one, other, levels: comparePersons(one, other) };
}

function pairsAtRandom(persons: readonly Person[]): readonly PatternCount[] {
  const sample = samplePlaces(persons.length).flatMap((place) => persons[place] ?? []);
  return counted(eachTwo(sample).map(([one, other]) => ({ levels: comparePersons(one, other), count: 1 })));
}

/** How many have the same levels. */
function counted(all: Iterable<{ readonly levels: Levels; readonly count: number }>): readonly PatternCount[] {
  const counts = new Map<number, number>();
  for (const { levels, count } of all) counts.set(toPattern(levels), (counts.get(toPattern(levels)) ?? 0) + count);
  return [...counts].map(([pattern, count]) => ({ pattern, count }));
}

function sharesOf(persons: readonly Person[]): (person: Person) => NameShares {
  const given = Map.groupBy(persons, ({ givenSound }) => givenSound);
  const family = Map.groupBy(persons, ({ familySound }) => familySound);
  return ({ givenSound, familySound }) => ({
    given: (given.get(givenSound)?.length ?? 0) / persons.length,
    family: (family.get(familySound)?.length ?? 0) / persons.length,
  });
}
