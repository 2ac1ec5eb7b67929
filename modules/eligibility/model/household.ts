import type { OutsideFact } from '#law';
import { completedYears } from './calendar.ts';
import { regionOfCommune } from './codes.ts';
import type { AnonymousDeclaration, AnonymousMember } from './declaration.ts';

/** Facts that a formula may need and no household declares, such as the poverty rate of its commune in percent. */
export type OutsideFacts = Readonly<Partial<Record<OutsideFact, number>>>;

/** A declaration laid open for reading: ages are known, and whatever a reading looked for in vain is noted in `missing`. */
export type Household = {
  declaration: AnonymousDeclaration;
  facts: OutsideFacts;
  members: readonly AnonymousMember[];
  size: number;
  ages: Int32Array;
  region: string;
  missing: string[];
};

const noFacts: OutsideFacts = {};
const mostMembers = 60;

// One household at a time is open, and its place is used again for the next: scoring allocates nothing.
const place: Household = {
  declaration: undefined as unknown as AnonymousDeclaration,
  facts: noFacts,
  members: [],
  size: 0,
  ages: new Int32Array(mostMembers),
  region: '',
  missing: [],
};

/** Lays a declaration open. The household returned is valid until the next call. */
export function openHousehold(declaration: AnonymousDeclaration, facts: OutsideFacts = noFacts): Household {
  const { members, filed_on } = declaration;
  place.declaration = declaration;
  place.facts = facts;
  place.members = members;
  place.size = members.length;
  place.region = regionOfCommune(declaration.commune);
  for (let index = 0; index < members.length; index++) {
    place.ages[index] = completedYears((members[index] as AnonymousMember).birth_date, filed_on);
  }
  if (place.missing.length > 0) place.missing = [];
  return place;
}

/** Notes an answer that was needed and not given. NaN then makes every sum that needed it unknown: nothing is read as 0. */
export function missing(household: Household, path: string): number {
  household.missing.push(path);
  return Number.NaN;
}
