import type { PersonName } from '../names.ts';
import { comparePersons } from './compare.ts';
import { type ComparedPerson, toComparedPersons } from './compared-person.ts';
import type { Estimate } from './estimate.ts';
import { fields, levelsOf } from './levels.ts';
import { type NameShares, weigh } from './weigh.ts';

/** Somebody of whom names and a birth date are all that is told. */
export type NamedPerson = { readonly names: PersonName; readonly sex: 'F' | 'M' | null; readonly birthDate: string };

/** How likely two are one person, and how far each field that both tell agrees. */
export type Likeness = { readonly probability: number; readonly fields: Readonly<Record<string, string>> };

const NAMES_REMEMBERED = 50_000;
const compared = toComparedPersons(NAMES_REMEMBERED);

/** How the names of somebody sound, as the register counts who bears them. */
export function soundsOfPerson(person: NamedPerson): { readonly given: string; readonly family: string } {
  const { givenSound: given, familySound: family } = toCompared(person);
  return { given, family };
}

type Known = { readonly estimate: Estimate; readonly shares: NameShares };

/** Weighs two persons by names, birth date and sex alone, whoever tells of them. */
export function likenessOf(one: NamedPerson, other: NamedPerson, { estimate, shares }: Known): Likeness {
  const levels = comparePersons(toCompared(one), toCompared(other));
  const isSexTold = one.sex !== null && other.sex !== null;
  const told = levels.map((level, at) => (fields[at] === 'sex' && !isSexTold ? 0 : level));
  const agreed = fields.flatMap((field, at): [string, string][] => {
    const level = levelsOf[field][told[at] ?? 0] ?? 'missing';
    return level === 'missing' ? [] : [[field, level]];
  });
  return { probability: weigh(told, shares, estimate).probability, fields: Object.fromEntries(agreed) };
}

function toCompared({ names, sex, birthDate }: NamedPerson): ComparedPerson {
  return compared({
    person: '',
    household: '',
    cnie: null,
    familyFr: names.fr?.family ?? null,
    givenFr: names.fr?.given ?? null,
    familyAr: names.ar?.family ?? null,
    givenAr: names.ar?.given ?? null,
    sex: sex ?? 'F',
    birthDate,
    territory: '',
    kin: [],
  });
}
