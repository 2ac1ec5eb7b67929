import type { Reading } from '#law';
import { choiceAnswers, flagAnswers, numberAnswers } from './answers.ts';
import { type Household, missing } from './household.ts';
import { compileFilter, type MemberTest } from './member-filter.ts';

/** Reads one number from a household; yes is 1, no is 0, NaN is "an answer is missing" and is noted on the household. */
export type Read = (household: Household) => number;

/** Compiles a reading of the law's vocabulary to a closure. Throws on a word that the vocabulary does not have. */
export function compileReading(reading: Reading): Read {
  const word = Object.keys(reading).find((key) => key in compilers) as Word | undefined;
  if (!word) throw new TypeError(`a formula reads with an unknown word: ${Object.keys(reading).join(', ')}`);
  return (compilers[word] as (reading: Reading) => Read)(reading);
}

type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type Word = Exclude<KeysOf<Reading>, 'of' | 'among' | 'where' | 'is'>;
type With<W extends Word> = Extract<Reading, { [K in W]: unknown }>;

const compilers: { readonly [W in Word]: (reading: With<W>) => Read } = {
  flag: ({ flag }) => {
    const read = flagAnswers[flag];
    return (household) => {
      const answer = read(household.declaration);
      if (answer === undefined) return missing(household, flag);
      return answer ? 1 : 0;
    };
  },
  number: ({ number }) => {
    const read = numberAnswers[number];
    return (household) => read(household.declaration) ?? missing(household, number);
  },
  choice: ({ choice, among }) => {
    const read = choiceAnswers[choice];
    const meant = new Set(among);
    return (household) => {
      const answer = read(household.declaration);
      if (answer === undefined) return missing(household, choice);
      return meant.has(answer) ? 1 : 0;
    };
  },
  outside: ({ outside }) => {
    return (household) => household.facts[outside] ?? missing(household, `facts.${outside}`);
  },
  count: ({ where }) => (where ? countWhere(compileFilter(where)) : (household) => household.size),
  share: ({ where }) => {
    const count = countWhere(compileFilter(where));
    return (household) => count(household) / household.size;
  },
  any: ({ where }) => compareWith(0, isMore)(countWhere(compileFilter(where))),
  member: ({ member, is }) => {
    const test = compileFilter(is);
    return (household) => (household.size < member ? 0 : test(household, member - 1));
  },
  age_of_member: ({ age_of_member: member }) => {
    return (household) =>
      household.size < member ? missing(household, `members[${member - 1}]`) : (household.ages[member - 1] as number);
  },
  square: ({ square }) => {
    const read = compileReading(square);
    return (household) => {
      const value = read(household);
      return value * value;
    };
  },
  per_person: ({ per_person: total }) => {
    const read = compileReading(total);
    return (household) => read(household) / household.size;
  },
  sum: ({ sum }) => sum.map(compileReading).reduce((left, right) => (household) => left(household) + right(household)),
  ratio: ({ ratio }) => {
    const [above, below] = pairOf(ratio);
    return (household) => above(household) / below(household);
  },
  at_most: ({ at_most: limit, of }) => compareWith(limit, isAtMost)(compileReading(of)),
  more_than: ({ more_than: limit, of }) => compareWith(limit, isMore)(compileReading(of)),
  exactly: ({ exactly: wanted, of }) => compareWith(wanted, isSame)(compileReading(of)),
  either: ({ either }) => {
    const [left, right] = pairOf(either);
    return (household) => {
      const one = left(household);
      if (one === 1) return 1;
      const other = right(household);
      return other === 1 ? 1 : one + other;
    };
  },
  both: ({ both }) => {
    const [left, right] = pairOf(both);
    return (household) => {
      const one = left(household);
      return one === 0 ? 0 : one * right(household);
    };
  },
};

function countWhere(test: MemberTest): Read {
  return (household) => {
    let count = 0;
    for (let index = 0; index < household.size; index++) count += test(household, index);
    return count;
  };
}

// A comparison with NaN is false, which would read "unknown" as "no": so the unknown is asked for by name.
function compareWith(limit: number, holds: (value: number, limit: number) => boolean): (read: Read) => Read {
  return (read) => (household) => {
    const value = read(household);
    if (Number.isNaN(value)) return value;
    return holds(value, limit) ? 1 : 0;
  };
}

const isAtMost = (value: number, limit: number) => value <= limit;
const isMore = (value: number, limit: number) => value > limit;
const isSame = (value: number, limit: number) => value === limit;

function pairOf(pair: [Reading, Reading]): [Read, Read] {
  return [compileReading(pair[0]), compileReading(pair[1])];
}
