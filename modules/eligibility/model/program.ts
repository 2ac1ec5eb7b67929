import type { MemberFilter, Reading } from '#law';
import { type Attribute, columnOf, columnWriters, everyone, type Household, memberAnswers } from './household.ts';
import { type AnswerPath, answerPaths, choicesOf, firstCount, firstResult, registerCount } from './registers.ts';

/**
 * Readings compiled to a short list of instructions over registers of numbers: no text is evaluated as code, nothing is allocated.
 * Yes is 1, no is 0, NaN is "an answer is missing" and stays NaN through every instruction that needs it. The arrays of `steps` and
 * of `counts` are parallel: columns, because reading an object for each instruction would take longer than the instruction.
 */
export type Program = {
  readonly steps: {
    readonly op: Uint8Array;
    /** The register that is read first; of `is` and `age`, the place of the member. */
    readonly a: Uint16Array;
    /** The register that is read second; of `is`, the column. */
    readonly b: Uint16Array;
    /** A constant of the law, or bits of accepted answers. */
    readonly k: Float64Array;
  };
  /** Members counted in one pass: of these ages, with one of the accepted answers (a bit each) in this column. */
  readonly counts: {
    readonly from: Int16Array;
    readonly to: Int16Array;
    readonly column: Uint16Array;
    readonly accepted: Int32Array;
  };
  /** Fill the columns that the counts and steps read. */
  readonly writers: readonly ((household: Household) => void)[];
  /** The register of each reading, in the order given. */
  readonly results: Uint16Array;
};

export const op = {
  is: 0,
  age: 1,
  add: 2,
  multiply: 3,
  divide: 4,
  either: 5,
  both: 6,
  atMost: 7,
  moreThan: 8,
  exactly: 9,
  among: 10,
} as const;

/** Compiles readings together: what two of them share is computed once. Throws on a word that the vocabulary does not have. */
export function compileProgram(readings: readonly Reading[]): Program {
  const draft: Draft = { steps: [], counts: [], known: new Map() };
  const results = Uint16Array.from(readings, (reading) => registerOf(reading, draft));
  const { steps, counts } = draft;
  return {
    steps: {
      op: Uint8Array.from(steps, (step) => step.op),
      a: Uint16Array.from(steps, (step) => step.a),
      b: Uint16Array.from(steps, (step) => step.b),
      k: Float64Array.from(steps, (step) => step.k),
    },
    counts: {
      from: Int16Array.from(counts, (count) => count.from),
      to: Int16Array.from(counts, (count) => count.to),
      column: Uint16Array.from(counts, (count) => count.column),
      accepted: Int32Array.from(counts, (count) => count.accepted),
    },
    writers: attributes.filter((attribute) => isAsked(columnOf[attribute], draft)).map((attribute) => columnWriters[attribute]),
    results,
  };
}

const attributes = Object.keys(columnOf) as Attribute[];

function isAsked(column: number, { steps, counts }: Draft): boolean {
  return counts.some((count) => count.column === column) || steps.some((step) => step.op === op.is && step.b === column);
}

/** Runs a program on the open household; its results are then in the registers that {@link Program.results} names. */
export function runProgram({ writers, counts, steps }: Program, household: Household): void {
  for (let column = 0; column < writers.length; column++) (writers[column] as (household: Household) => void)(household);
  countMembers(counts, household);
  runSteps(steps, household);
}

function countMembers({ from, to, column, accepted }: Program['counts'], { registers, ages, columns, size }: Household): void {
  for (let count = 0; count < from.length; count++) registers[firstCount + count] = 0;
  for (let index = 0; index < size; index++) {
    const age = ages[index] as number;
    for (let count = 0; count < from.length; count++) {
      // The age first: nobody needs the diploma of a child whom the formula does not count.
      if (age < (from[count] as number) || age > (to[count] as number)) continue;
      const meant = accepts(columns[(column[count] as number) + index] as number, accepted[count] as number);
      registers[firstCount + count] = (registers[firstCount + count] as number) + meant;
    }
  }
}

function runSteps({ op: ops, a: as, b: bs, k: ks }: Program['steps'], { registers, ages, columns, size }: Household): void {
  for (let step = 0; step < ops.length; step++) {
    const code = ops[step] as number;
    const first = as[step] as number;
    const second = bs[step] as number;
    const k = ks[step] as number;
    const a = registers[first] as number;
    let result: number;
    if (code === op.is) result = first < size ? accepts(columns[second + first] as number, k) : 0;
    else if (code === op.age) result = first < size ? (ages[first] as number) : Number.NaN;
    else if (code < op.atMost) result = combine(code, a, registers[second] as number);
    else result = Number.isNaN(a) ? a : compare(code, a, k);
    registers[firstResult + step] = result;
  }
}

function accepts(answer: number, accepted: number): number {
  return answer === 0 ? Number.NaN : (accepted >>> answer) & 1;
}

function combine(code: number, a: number, b: number): number {
  switch (code) {
    case op.add:
      return a + b;
    case op.multiply:
      return a * b;
    case op.divide:
      return a / b;
    case op.either:
      return a === 1 || b === 1 ? 1 : a + b;
    default:
      return a === 0 || b === 0 ? 0 : a * b;
  }
}

// A comparison with NaN is false, which would read "unknown" as "no": whoever compares has asked for NaN before.
function compare(code: number, a: number, k: number): number {
  switch (code) {
    case op.atMost:
      return a <= k ? 1 : 0;
    case op.moreThan:
      return a > k ? 1 : 0;
    case op.exactly:
      return a === k ? 1 : 0;
    default:
      return (k >>> a) & 1;
  }
}

type Step = { readonly op: number; readonly a: number; readonly b: number; readonly k: number };
type Count = { readonly from: number; readonly to: number; readonly column: number; readonly accepted: number };
type Draft = { readonly steps: Step[]; readonly counts: Count[]; readonly known: Map<string, number> };

function registerOf(reading: Reading, draft: Draft): number {
  const text = JSON.stringify(reading);
  const known = draft.known.get(text);
  if (known !== undefined) return known;
  const register = compile(reading, draft);
  draft.known.set(text, register);
  return register;
}

const size: Reading = { count: 'members' };

function compile(reading: Reading, draft: Draft): number {
  const of = (nested: Reading) => registerOf(nested, draft);
  const emit = (code: number, a: number, b = 0, k = 0) => emitStep({ op: code, a, b, k }, draft);
  if ('flag' in reading) return answerRegister(reading.flag);
  if ('number' in reading) return answerRegister(reading.number);
  if ('outside' in reading) return answerRegister(`facts.${reading.outside}`);
  if ('choice' in reading) {
    return emit(op.among, answerRegister(reading.choice), 0, bitsOf(choicesOf[reading.choice], reading.among));
  }
  if ('count' in reading) return reading.where ? emitCount(reading.where, draft) : answerRegister('size');
  if ('share' in reading) return of({ ratio: [{ count: 'members', where: reading.where }, size] });
  if ('any' in reading) return of({ more_than: 0, of: { count: 'members', where: reading.where } });
  if ('member' in reading) {
    const { column, accepted } = questionOf(reading.is);
    return emit(op.is, reading.member - 1, column, accepted);
  }
  if ('age_of_member' in reading) return emit(op.age, reading.age_of_member - 1);
  if ('square' in reading) return emit(op.multiply, of(reading.square), of(reading.square));
  if ('per_person' in reading) return of({ ratio: [reading.per_person, size] });
  if ('sum' in reading) return reading.sum.map(of).reduce((a, b) => emit(op.add, a, b));
  if ('ratio' in reading) return emit(op.divide, of(reading.ratio[0]), of(reading.ratio[1]));
  if ('at_most' in reading) return emit(op.atMost, of(reading.of), 0, reading.at_most);
  if ('more_than' in reading) return emit(op.moreThan, of(reading.of), 0, reading.more_than);
  if ('exactly' in reading) return emit(op.exactly, of(reading.of), 0, reading.exactly);
  if ('either' in reading) return emit(op.either, of(reading.either[0]), of(reading.either[1]));
  if ('both' in reading) return emit(op.both, of(reading.both[0]), of(reading.both[1]));
  throw new TypeError(`a formula reads with an unknown word: ${Object.keys(reading).join(', ')}`);
}

function emitStep(step: Step, { steps }: Draft): number {
  const register = firstResult + steps.push(step) - 1;
  if (register >= registerCount) throw new RangeError('a formula needs more registers than there are');
  return register;
}

function emitCount(filter: MemberFilter, { counts }: Draft): number {
  const { from = 0, to = 32_767 } = filter.age ?? {};
  const register = firstCount + counts.push({ from, to, ...questionOf(filter) }) - 1;
  if (register >= firstResult) throw new RangeError('a formula counts members in more ways than there are registers');
  return register;
}

function answerRegister(path: AnswerPath): number {
  return answerPaths.indexOf(path);
}

/** Besides the age, a filter asks one question at most; without one, everyone has the answer. */
function questionOf(filter: MemberFilter): { column: number; accepted: number } {
  const { age: _, ...questions } = filter;
  const [question, another] = Object.entries(questions).filter(([, wanted]) => wanted !== undefined);
  if (another) throw new TypeError('a filter of members asks one question at most besides the age');
  if (!question) return { column: everyone, accepted: 2 };
  const [attribute, wanted] = question as [Attribute, string | boolean | readonly string[]];
  const accepted = bitsOf(memberAnswers[attribute], typeof wanted === 'object' ? wanted : [wanted]) << 1;
  return { column: columnOf[attribute], accepted };
}

function bitsOf(all: readonly (string | boolean)[], meant: readonly (string | boolean)[]): number {
  return meant.reduce<number>((bits, word) => {
    const place = all.indexOf(word);
    if (place < 0) throw new TypeError(`nobody can answer ${word}: the answers are ${all.join(', ')}`);
    return bits | (1 << place);
  }, 0);
}
