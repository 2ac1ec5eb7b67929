import type { MemberFilter } from '#law';
import { type MemberFlag, type MemberWord, memberFlags, memberWords } from './answers.ts';
import type { AnonymousMember } from './declaration.ts';
import { type Household, missing } from './household.ts';

/** 1 when the member at `index` is meant, 0 when not, NaN when the answer that would tell is missing. */
export type MemberTest = (household: Household, index: number) => number;

/** Compiles which members are meant. The age is asked first: nobody needs the diploma of a child whom the formula does not count. */
export function compileFilter(filter: MemberFilter): MemberTest {
  const tests = [
    ...(Object.keys(memberWords) as MemberWord[]).flatMap((word) => {
      const among = filter[word];
      return among ? [wordTest(word, among)] : [];
    }),
    ...(Object.keys(memberFlags) as MemberFlag[]).flatMap((flag) => {
      const wanted = filter[flag];
      return wanted === undefined ? [] : [flagTest(flag, wanted)];
    }),
    ...(filter.other_cover ? [coverTest] : []),
  ];
  const [first = everyone, ...others] = tests;
  const answers = others.reduce(bothTests, first);
  return filter.age ? ageTest(filter.age, answers) : answers;
}

function ageTest({ from = 0, to = Number.MAX_SAFE_INTEGER }: NonNullable<MemberFilter['age']>, then: MemberTest): MemberTest {
  if (then === everyone) return ({ ages }, index) => (inBand(ages[index] as number, from, to) ? 1 : 0);
  return (household, index) => (inBand(household.ages[index] as number, from, to) ? then(household, index) : 0);
}

function inBand(age: number, from: number, to: number): boolean {
  return age >= from && age <= to;
}

function wordTest(key: MemberWord, among: readonly string[]): MemberTest {
  const read = memberWords[key];
  const [only] = among;
  const isMeant = among.length === 1 ? (word: string) => word === only : (word: string) => among.includes(word);
  return (household, index) => {
    const word = read(memberAt(household, index));
    if (word === undefined) return missing(household, `members[${index}].${key}`);
    return isMeant(word) ? 1 : 0;
  };
}

function flagTest(key: MemberFlag, wanted: boolean): MemberTest {
  const read = memberFlags[key];
  return (household, index) => {
    const flag = read(memberAt(household, index));
    if (flag === undefined) return missing(household, `members[${index}].${key}`);
    return flag === wanted ? 1 : 0;
  };
}

/** Declared `null` is "no other cover"; an absent key is not an answer. */
function coverTest(household: Household, index: number): number {
  const cover = memberAt(household, index).other_cover;
  if (cover === undefined) return missing(household, `members[${index}].other_cover`);
  return cover === null ? 0 : 1;
}

function everyone(): number {
  return 1;
}

function bothTests(left: MemberTest, right: MemberTest): MemberTest {
  return (household, index) => {
    const one = left(household, index);
    return one === 0 ? 0 : one * right(household, index);
  };
}

function memberAt(household: Household, index: number): AnonymousMember {
  return household.members[index] as AnonymousMember;
}
