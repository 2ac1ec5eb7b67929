import type { ComparedPerson } from './compared-person.ts';
import { fields, type LevelOf, type Levels, placeOfLevel } from './levels.ts';
import { isOneApart, nameLevel } from './name-level.ts';

/**
 * How far two persons agree in each field. A given name entered as the family name, and the other way round, is a slip: the names are
 * then compared crosswise, and come at most near.
 */
export function comparePersons(one: ComparedPerson, other: ComparedPerson): Levels {
  const { given, family } = nameLevels(one, other);
  const levels = {
    given,
    family,
    birth: birthLevel(one.birthDate, other.birthDate),
    sex: one.sex === other.sex ? 'same' : 'different',
    place: placeLevel(one.territory, other.territory),
    kin: kinLevel(one.kin, other.kin),
    card: cardLevel(one.cnie, other.cnie),
  } as const;
  return fields.map((field) => placeOfLevel(field, levels[field]));
}

type NameLevels = { readonly given: LevelOf<'given'>; readonly family: LevelOf<'family'> };

function nameLevels(one: ComparedPerson, other: ComparedPerson): NameLevels {
  const straight = { given: nameLevel(one.given, other.given), family: nameLevel(one.family, other.family) };
  if (straight.given !== 'different' || straight.family !== 'different') return straight;
  const crosswise = [nameLevel(one.given, other.family), nameLevel(one.family, other.given)];
  return crosswise.every((level) => level === 'same' || level === 'sound') ? { given: 'near', family: 'near' } : straight;
}

/** Dates as `YYYY-MM-DD`. */
export function birthLevel(one: string, other: string): LevelOf<'birth'> {
  if (one === other) return isPresumed(one) ? 'presumed' : 'same';
  const sameYear = one.slice(0, 4) === other.slice(0, 4);
  if (!sameYear) return one.slice(4) === other.slice(4) && !isPresumed(one) ? 'slip' : 'different';
  if (isPresumed(one) || isPresumed(other)) return 'year';
  const [month, day, otherMonth, otherDay] = [one.slice(5, 7), one.slice(8), other.slice(5, 7), other.slice(8)];
  if (month === otherDay && day === otherMonth) return 'swapped';
  return month === otherMonth || day === otherDay ? 'slip' : 'same-year';
}

/** The first of January stands for a year of birth alone. */
function isPresumed(date: string): boolean {
  return date.endsWith('-01-01');
}

function placeLevel(one: string, other: string): LevelOf<'place'> {
  if (one === '' || other === '') return 'missing';
  if (one === other) return 'commune';
  const [region, province] = one.split('.');
  const [otherRegion, otherProvince] = other.split('.');
  if (region !== otherRegion) return 'different';
  return province === otherProvince ? 'province' : 'region';
}

/** Who lives alone has no kin to compare. */
function kinLevel(one: readonly string[], other: readonly string[]): LevelOf<'kin'> {
  if (one.length === 0 || other.length === 0) return 'missing';
  const shared = one.filter((kin) => other.includes(kin)).length;
  if (shared > 1) return 'several';
  return shared === 1 ? 'one' : 'none';
}

/** Two persons with the same card are already one: the card says they are two, unless it was misread. */
function cardLevel(one: string | null, other: string | null): LevelOf<'card'> {
  if (one === null || other === null) return 'missing';
  return isOneApart(one, other, SHORTEST_CARD) ? 'slip' : 'different';
}

const SHORTEST_CARD = 5;
