import type { OutsideFact } from '#law';
import { completedYears, dateNumber } from './calendar.ts';
import { type AnonymousDeclaration, type AnonymousMember, choices } from './declaration.ts';
import { readAnswers, registerCount } from './registers.ts';
import { numberWords } from './words.ts';

/** Facts that a formula may need and no household declares, such as the poverty rate of its commune in percent. */
export type OutsideFacts = Readonly<Partial<Record<OutsideFact, number>>>;

/**
 * A declaration laid open as numbers, which is what makes a formula fast: answers in registers (NaN: not given), and of every member
 * the age and a small number for each answer (0: not given, else its place in {@link memberAnswers} from 1).
 */
export type Household = {
  readonly registers: Float64Array;
  readonly ages: Int16Array;
  /** The answers of one attribute stand together: `columns[columnOf[attribute] + index]`. */
  readonly columns: Uint8Array;
  size: number;
  /** 1 … 12. */
  region: number;
};

export type Attribute = 'relation' | 'education' | 'schooling' | 'occupation' | 'literate' | 'earns' | 'disabled' | 'other_cover';

/** What a member can answer, in the order of the numbers. Of another cover it only matters whether there is some. */
export const memberAnswers: Readonly<Record<Attribute, readonly (string | boolean)[]>> = {
  relation: choices.relation,
  education: choices.education,
  schooling: choices.schooling,
  occupation: choices.occupation,
  literate: [false, true],
  earns: [false, true],
  disabled: [false, true],
  other_cover: ['none', 'some'],
};

const mostMembers = 60;

/** Where the answers of each attribute begin in the columns. */
export const columnOf: Readonly<Record<Attribute, number>> = {
  relation: 0,
  education: 60,
  schooling: 120,
  occupation: 180,
  literate: 240,
  earns: 300,
  disabled: 360,
  other_cover: 420,
};

/** A column where everyone gave the same answer: for counts that ask only the age. */
export const everyone = 480;

// One household at a time is open, and its place is used again for the next: scoring allocates nothing.
const place: Household = {
  registers: new Float64Array(registerCount),
  ages: new Int16Array(mostMembers),
  columns: new Uint8Array(everyone + mostMembers).fill(1, everyone),
  size: 0,
  region: 0,
};

const noFacts: OutsideFacts = {};

/** Lays a declaration open. What is returned is valid until the next call. */
export function openHousehold(declaration: AnonymousDeclaration, facts: OutsideFacts = noFacts): Household {
  const { members, filed_on, commune } = declaration;
  const filedOn = dateNumber(filed_on);
  place.size = members.length;
  place.region = (commune.charCodeAt(0) - 48) * 10 + commune.charCodeAt(1) - 48;
  readAnswers(declaration, facts, place.registers);
  for (let index = 0; index < members.length; index++) {
    const member = members[index] as AnonymousMember;
    place.ages[index] = completedYears(dateNumber(member.birth_date), filedOn);
    writeMember(place.columns, index, member);
  }
  return place;
}

function writeMember(columns: Uint8Array, index: number, member: AnonymousMember): void {
  const { other_cover: cover } = member;
  columns[columnOf.relation + index] = numberOfRelation(member.relation);
  columns[columnOf.education + index] = numberOfEducation(member.education);
  columns[columnOf.schooling + index] = numberOfSchooling(member.schooling);
  columns[columnOf.occupation + index] = numberOfOccupation(member.occupation);
  columns[columnOf.literate + index] = numberOfFlag(member.literate);
  columns[columnOf.earns + index] = numberOfFlag(member.earns);
  columns[columnOf.disabled + index] = numberOfFlag(member.disabled);
  columns[columnOf.other_cover + index] = cover === undefined ? 0 : cover === null ? 1 : 2;
}

function numberOfFlag(flag: boolean | undefined): number {
  return flag === undefined ? 0 : flag ? 2 : 1;
}

const numberOfRelation = numberWords(choices.relation);
const numberOfEducation = numberWords(choices.education);
const numberOfSchooling = numberWords(choices.schooling);
const numberOfOccupation = numberWords(choices.occupation);
