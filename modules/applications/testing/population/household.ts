import type { Cnie, Declaration, Member } from '#modules/eligibility';
import type { Commune } from '#modules/territory';
import { type Day, firstOfJanuary, toIso } from './calendar.ts';
import { ordinaryCardNumber } from './card-number.ts';
import { drawFamily, type Line, type Person } from './family.ts';
import { drawHome } from './home.ts';
import { familyName, givenName, type PairedName } from './naming.ts';
import { drawSituation, type Fortune, type Situation } from './people.ts';
import { type Random, randomOf } from './random.ts';

export type HouseholdSource = {
  readonly seed: string;
  readonly placeOf: (random: Random) => Commune;
  readonly filedFrom: Day;
  readonly filedTo: Day;
};

/** A true and complete declaration of household `index` (1, 2 …): it depends on the source and the index alone. */
export function makeHousehold(source: HouseholdSource, index: number): Declaration {
  const random = randomOf(source.seed, 'household', index);
  const commune = source.placeOf(random);
  const filedOn = random.between(source.filedFrom, source.filedTo);
  const fortune: Fortune = { random, milieu: commune.milieu, wealth: random.bell() };
  const family = drawFamily({ random, milieu: commune.milieu, filedOn });
  const region = commune.code.slice(0, 2);
  const names = namesOf(family.people, region, random);
  const people = family.people.map((person) => ({ ...person, ...drawSituation(person, fortune) }));
  return {
    schema: 'ramed.declaration/1',
    filed_on: toIso(filedOn),
    commune: commune.code,
    milieu: commune.milieu,
    members: people.map((person, place) => toMember(person, { place, index, region, random, name: names[place] })),
    nuclei: family.nuclei,
    ...drawHome(people, fortune),
    no_other_cover_declared: true,
  };
}

type Placed = {
  readonly place: number;
  readonly index: number;
  readonly region: string;
  readonly random: Random;
  readonly name: Member['names'] | undefined;
};

function toMember(person: Person & Situation, { place, index, region, random, name }: Placed): Member {
  const carriesCard = random.chance(person.age >= 18 ? 0.985 : person.age >= 16 ? 0.7 : 0.03) || place === 0;
  const unwritten = person.born < -3650 && random.chance(0.3) && firstOfJanuary(person.born) < person.born;
  return {
    ref: place + 1,
    relation: person.relation,
    sex: person.sex,
    birth_date: toIso(unwritten ? firstOfJanuary(person.born) : person.born),
    names: name ?? {},
    ...(carriesCard ? { cnie: ordinaryCardNumber(region, index, place) as Cnie } : {}),
    marital_status: person.maritalStatus,
    education: person.education,
    literate: person.literate,
    schooling: person.schooling,
    occupation: person.occupation,
    earns: person.earns,
    other_cover: null,
    disabled: person.disabled,
  };
}

/** Children bear their father's name, wives keep their own; no two in a household have the same given name. */
function namesOf(people: readonly Person[], region: string, random: Random): Member['names'][] {
  const lines = new Map<Line, PairedName>();
  const taken = new Set<string>();
  return people.map((person) => {
    const family = lines.get(person.line) ?? familyName(random, region);
    lines.set(person.line, family);
    const given = givenName(random, { sex: person.sex, age: person.age, region }, taken);
    taken.add(given.fr);
    return { fr: { family: family.fr, given: given.fr }, ar: { family: family.ar, given: given.ar } };
  });
}
