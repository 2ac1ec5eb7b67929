import type { Member } from '#modules/eligibility';
import type { Milieu } from '#modules/territory';
import { bornAged } from './birth.ts';
import { type Day, daysOfYear } from './calendar.ts';
import { childrenOf } from './children.ts';
import { drawKind, type FamilyKind } from './family-kinds.ts';
import type { Random } from './random.ts';
import { grandchildrenOf, relativesOf } from './relatives.ts';

/** Somebody who lives in the dwelling, before a name, a schooling or a trade is given. */
export type Person = {
  readonly relation: Member['relation'];
  readonly sex: 'F' | 'M';
  readonly born: Day;
  readonly age: number;
  readonly maritalStatus: NonNullable<Member['marital_status']>;
  /** Whose family name is borne: the father's line, the mother's, or one of one's own. */
  readonly line: Line;
};

export type Line = 'father' | 'mother' | `own-${number}`;

export type Family = { readonly people: readonly Person[]; readonly nuclei: number };

export type Circumstances = { readonly random: Random; readonly milieu: Milieu; readonly filedOn: Day };

/** As many as live under one roof in the largest family: the card numbers of a household have no more places. */
const mostMembers = 16;

/** Who lives together, head first, as households of the milieu are made up. */
export function drawFamily(circumstances: Circumstances): Family {
  const kind = drawKind(circumstances);
  const head = drawHead(kind, circumstances);
  const spouses = Array.from({ length: kind.spouses }, (_, place) => drawSpouse(head, place, circumstances));
  const children = kind.children === 'none' ? [] : childrenOf(mothers(kind, head, spouses), kind, circumstances);
  const { heirs, nuclei } = grandchildrenOf(kind, children, circumstances);
  const relatives = relativesOf(head, kind, circumstances);
  const people = [head, ...spouses, ...heirs.children, ...relatives.people, ...heirs.others].slice(0, mostMembers);
  return { people, nuclei: people.length === 1 ? 1 : nuclei + relatives.nuclei };
}

function drawHead(kind: FamilyKind, { random, filedOn }: Circumstances): Person {
  const [youngest, usual, spread, oldest] = kind.age;
  const age = Math.min(oldest, Math.max(youngest, Math.round(usual + spread * random.bell())));
  return {
    ...bornAged(age, { random, filedOn }),
    relation: 'head',
    sex: kind.sex,
    maritalStatus: kind.maritalStatus,
    line: kind.sex === 'M' ? 'father' : 'mother',
  };
}

/** A husband is a few years the elder, by eight and more in second marriages. */
function drawSpouse(head: Person, place: number, { random, filedOn }: Circumstances): Person {
  const younger = Math.round((place === 0 ? 5 : 12) + 3.5 * random.bell());
  const age = Math.max(18, head.sex === 'M' ? head.age - younger : head.age + younger);
  const sex = head.sex === 'M' ? 'F' : 'M';
  const line: Line = sex === 'M' ? 'father' : place === 0 ? 'mother' : `own-${place}`;
  return { ...bornAged(age, { random, filedOn }), relation: 'spouse', sex, maritalStatus: 'married', line } as const;
}

/** The women who bore the children; the late wife of a widower is imagined four years younger than he is. */
function mothers(kind: FamilyKind, head: Person, spouses: readonly Person[]): readonly Day[] {
  const women = [head, ...spouses].filter((person) => person.sex === 'F').map((person) => person.born);
  return women.length > 0 || kind.children === 'none' ? women : [head.born + Math.round(4 * daysOfYear)];
}
