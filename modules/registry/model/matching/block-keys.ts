import type { ComparedPerson } from './compared-person.ts';

/**
 * Only persons who share a key of one of these rules are compared. Each rule forgives what the others hold to: a day mistaken, a name
 * spelled beyond recognition, a year mistaken, a family that moved.
 */
export const blockRules = [
  { name: 'both-names-and-year', keysOf: ({ names, year }) => (names === '' ? [] : [`${names} ${year}`]) },
  { name: 'given-name-and-birth-date', keysOf: ({ given, born }) => (given === '' ? [] : [`${given} ${born}`]) },
  { name: 'family-name-and-birth-date', keysOf: ({ family, born, sex }) => (family === '' ? [] : [`${family} ${born} ${sex}`]) },
  { name: 'both-names-and-commune', keysOf: ({ names, territory }) => (names === '' ? [] : [`${names} ${territory}`]) },
  { name: 'birth-date-and-commune', keysOf: ({ born, sex, territory }) => [`${born} ${sex} ${territory}`] },
  { name: 'given-name-and-kin', keysOf: ({ given, kin }) => (given === '' ? [] : kin.map((one) => `${given}+${one}`)) },
] as const satisfies readonly BlockRule[];

type BlockRule = { readonly name: string; keysOf(read: Read): readonly string[] };

/** What keys are made of. `names`: both, whichever is the family name; `born`: the date, whichever is the month. */
type Read = Pick<ComparedPerson, 'sex' | 'territory'> & {
  readonly given: string;
  readonly family: string;
  readonly names: string;
  readonly year: string;
  readonly born: string;
  readonly kin: readonly string[];
};

/** The keys of a person in the order of the rules, those of kin in the order of the alphabet: two persons meet theirs in the same order. */
export function blockKeysOf(person: ComparedPerson, rules: readonly BlockRule[] = blockRules): readonly number[] {
  const read = toRead(person);
  return rules.flatMap(({ name, keysOf }) => keysOf(read).map((key) => numberOf(`${name} ${key}`)));
}

function toRead({ givenSound: given, familySound: family, birthDate, sex, territory, kin }: ComparedPerson): Read {
  const [year = '', ...others] = birthDate.split('-');
  const born = `${year}${others.toSorted().join('')}`;
  const names = given === '' || family === '' ? '' : [given, family].toSorted().join('/');
  return { given, family, names, year, born, sex, territory, kin: [...new Set(kin)].toSorted() };
}

/**
 * 32 bits, the same on every machine (FNV-1a): there are several keys for each person of the country. Where two fall on one number, a few
 * more pairs are compared.
 */
export function numberOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return hash ^ (hash >>> 15);
}

/** More persons under one key tell of a habit, not of one person: other keys bring together who is one. */
export const MOST_IN_A_BLOCK = 50;

export type Blocked = { readonly household: string; readonly keys: readonly number[] };

/**
 * The pairs to compare under a key: each two who have no other key in common before it, so that they are compared once over all keys. Two
 * whom one household states side by side are two.
 */
export function* pairsUnder<P extends Blocked>(
  key: number,
  members: readonly P[],
  isCrowded: (key: number) => boolean,
): Generator<readonly [P, P]> {
  for (const [at, one] of members.entries())
    for (const other of members.slice(at + 1))
      if (one.household !== other.household && firstShared(one.keys, other.keys, isCrowded) === key) yield [one, other];
}

function firstShared(one: readonly number[], other: readonly number[], isCrowded: (key: number) => boolean): number | undefined {
  return one.find((key) => other.includes(key) && !isCrowded(key));
}
