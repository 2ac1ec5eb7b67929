import type { MemberFilter, Reading } from '#law';
import { type Attribute, columnOf, everyone, type Household, memberAnswers } from './household.ts';
import { type AnswerPath, answerPaths, choicesOf, firstCount, firstResult, registerCount } from './registers.ts';

/**
 * Readings compiled to instructions over registers of numbers: no text is evaluated as code, nothing is allocated. Yes is 1, no is 0,
 * NaN is "an answer is missing" and stays NaN through every instruction that needs it. Instructions of one kind stand together and
 * are run together, and their operands are columns: choosing a kind and reading an object cost more than the instruction itself.
 */
export type Program = {
  readonly counts: Counts;
  readonly steps: Steps;
  readonly runs: readonly Run[];
  /** The register of each reading, in the order given. */
  readonly results: Uint16Array;
};

/** Members counted in one pass: of these ages, with one of the accepted answers (a bit each) in this column. */
type Counts = {
  readonly from: Int16Array;
  readonly to: Int16Array;
  readonly column: Uint16Array;
  readonly accepted: Int32Array;
};

type Steps = {
  readonly kinds: readonly Kind[];
  /** The register that is read first; of `is` and `age`, the place of the member. */
  readonly a: Uint16Array;
  /** The register that is read second; of `is`, the column. */
  readonly b: Uint16Array;
  /** A constant of the law, or bits of accepted answers. */
  readonly k: Float64Array;
  readonly out: Uint16Array;
};

/** Steps of one kind, from `start` to before `end`. */
type Run = { readonly kernel: Kernel; readonly start: number; readonly end: number };
type Kernel = (steps: Steps, start: number, end: number, household: Household) => void;

export type Kind = 'is' | 'age' | 'add' | 'multiply' | 'divide' | 'either' | 'both' | 'atMost' | 'moreThan' | 'exactly' | 'among';

/** Compiles readings together: what two of them share is computed once. Throws on a word that the vocabulary does not have. */
export function compileProgram(readings: readonly Reading[]): Program {
  const draft: Draft = { steps: [], counts: [], known: new Map() };
  const results = Uint16Array.from(readings, (reading) => registerOf(reading, draft));
  const steps = inOrder(draft.steps);
  const { counts } = draft;
  return {
    counts: {
      from: Int16Array.from(counts, (count) => count.from),
      to: Int16Array.from(counts, (count) => count.to),
      column: Uint16Array.from(counts, (count) => count.column),
      accepted: Int32Array.from(counts, (count) => count.accepted),
    },
    steps: {
      kinds: steps.map((step) => step.kind),
      a: Uint16Array.from(steps, (step) => step.a),
      b: Uint16Array.from(steps, (step) => step.b),
      k: Float64Array.from(steps, (step) => step.k),
      out: Uint16Array.from(steps, (step) => step.out),
    },
    runs: runsOf(steps.map((step) => step.kind)),
    results,
  };
}

/** Runs a program on the open household; its results are then in the registers that {@link Program.results} names. */
export function runProgram({ counts, steps, runs }: Program, household: Household): void {
  countMembers(counts, household);
  for (let index = 0; index < runs.length; index++) {
    const { kernel, start, end } = runs[index] as Run;
    kernel(steps, start, end, household);
  }
}

function countMembers({ from, to, column, accepted }: Counts, household: Household): void {
  for (let count = 0; count < from.length; count++) {
    const question = { column: column[count] as number, accepted: accepted[count] as number };
    household.registers[firstCount + count] = countIn(from[count] as number, to[count] as number, question, household);
  }
}

type Question = { readonly column: number; readonly accepted: number };

function countIn(from: number, to: number, { column, accepted }: Question, { ages, columns, size }: Household): number {
  let meant = 0;
  let unanswered = 0;
  for (let index = 0; index < size; index++) {
    const age = ages[index] as number;
    // The age first: nobody needs the diploma of a child whom the formula does not count.
    if (age < from || age > to) continue;
    const answer = columns[column + index] as number;
    meant += (accepted >>> answer) & 1;
    if (answer === 0) unanswered += 1;
  }
  return unanswered === 0 ? meant : Number.NaN;
}

function accepts(answer: number, accepted: number): number {
  return answer === 0 ? Number.NaN : (accepted >>> answer) & 1;
}

const kernels: Readonly<Record<Kind, Kernel>> = {
  is: ({ a, b, k, out }, start, end, { registers, columns, size }) => {
    for (let step = start; step < end; step++) {
      const place = a[step] as number;
      const answer = columns[(b[step] as number) + place] as number;
      registers[out[step] as number] = place < size ? accepts(answer, k[step] as number) : 0;
    }
  },
  age: ({ a, out }, start, end, { registers, ages, size }) => {
    for (let step = start; step < end; step++) {
      const place = a[step] as number;
      registers[out[step] as number] = place < size ? (ages[place] as number) : Number.NaN;
    }
  },
  add: ({ a, b, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++)
      r[out[step] as number] = (r[a[step] as number] as number) + (r[b[step] as number] as number);
  },
  multiply: ({ a, b, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++)
      r[out[step] as number] = (r[a[step] as number] as number) * (r[b[step] as number] as number);
  },
  divide: ({ a, b, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++)
      r[out[step] as number] = (r[a[step] as number] as number) / (r[b[step] as number] as number);
  },
  either: ({ a, b, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++) {
      const one = r[a[step] as number] as number;
      const other = r[b[step] as number] as number;
      r[out[step] as number] = one === 1 || other === 1 ? 1 : one + other;
    }
  },
  both: ({ a, b, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++) {
      const one = r[a[step] as number] as number;
      const other = r[b[step] as number] as number;
      r[out[step] as number] = one === 0 || other === 0 ? 0 : one * other;
    }
  },
  // A comparison with NaN is false, which would read "unknown" as "no": each therefore asks for both sides of its limit.
  atMost: ({ a, k, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++) {
      const value = r[a[step] as number] as number;
      const limit = k[step] as number;
      r[out[step] as number] = value <= limit ? 1 : value > limit ? 0 : value;
    }
  },
  moreThan: ({ a, k, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++) {
      const value = r[a[step] as number] as number;
      const limit = k[step] as number;
      r[out[step] as number] = value > limit ? 1 : value <= limit ? 0 : value;
    }
  },
  exactly: ({ a, k, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++) {
      const value = r[a[step] as number] as number;
      r[out[step] as number] = Number.isNaN(value) ? value : value === k[step] ? 1 : 0;
    }
  },
  among: ({ a, k, out }, start, end, { registers: r }) => {
    for (let step = start; step < end; step++) {
      const value = r[a[step] as number] as number;
      r[out[step] as number] = Number.isNaN(value) ? value : ((k[step] as number) >>> value) & 1;
    }
  },
};

type Step = {
  readonly kind: Kind;
  readonly a: number;
  readonly b: number;
  readonly k: number;
  readonly out: number;
  /** How many steps must have gone before: steps of one depth do not read each other. */
  readonly depth: number;
};
type Count = { readonly from: number; readonly to: number; readonly column: number; readonly accepted: number };
type Draft = { readonly steps: Step[]; readonly counts: Count[]; readonly known: Map<string, number> };

/** Steps of one depth and kind side by side; each still after those it reads. */
function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((one, other) => one.depth - other.depth || one.kind.localeCompare(other.kind, 'en'));
}

function runsOf(kinds: readonly Kind[]): Run[] {
  const starts = kinds.flatMap((kind, index) => (kind === kinds[index - 1] ? [] : [index]));
  return starts.map((start, index) => ({ kernel: kernels[kinds[start] as Kind], start, end: starts[index + 1] ?? kinds.length }));
}

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
  const emit = (kind: Kind, a: number, b = 0, k = 0) => emitStep({ kind, a, b, k }, draft);
  if ('flag' in reading) return answerRegister(reading.flag);
  if ('number' in reading) return answerRegister(reading.number);
  if ('outside' in reading) return answerRegister(`facts.${reading.outside}`);
  if ('choice' in reading) {
    return emit('among', answerRegister(reading.choice), 0, bitsOf(choicesOf[reading.choice], reading.among));
  }
  if ('count' in reading) return reading.where ? emitCount(reading.where, draft) : answerRegister('size');
  if ('share' in reading) return of({ ratio: [{ count: 'members', where: reading.where }, size] });
  if ('any' in reading) return of({ more_than: 0, of: { count: 'members', where: reading.where } });
  if ('member' in reading) {
    const { column, accepted } = questionOf(reading.is);
    return emit('is', reading.member - 1, column, accepted);
  }
  if ('age_of_member' in reading) return emit('age', reading.age_of_member - 1);
  if ('square' in reading) return emit('multiply', of(reading.square), of(reading.square));
  if ('per_person' in reading) return of({ ratio: [reading.per_person, size] });
  if ('sum' in reading) return reading.sum.map(of).reduce((a, b) => emit('add', a, b));
  if ('ratio' in reading) return emit('divide', of(reading.ratio[0]), of(reading.ratio[1]));
  if ('at_most' in reading) return emit('atMost', of(reading.of), 0, reading.at_most);
  if ('more_than' in reading) return emit('moreThan', of(reading.of), 0, reading.more_than);
  if ('exactly' in reading) return emit('exactly', of(reading.of), 0, reading.exactly);
  if ('either' in reading) return emit('either', of(reading.either[0]), of(reading.either[1]));
  if ('both' in reading) return emit('both', of(reading.both[0]), of(reading.both[1]));
  throw new TypeError(`a formula reads with an unknown word: ${Object.keys(reading).join(', ')}`);
}

function emitStep(step: Omit<Step, 'out' | 'depth'>, { steps }: Draft): number {
  const out = firstResult + steps.length;
  if (out >= registerCount) throw new RangeError('a formula needs more registers than there are');
  const isMember = step.kind === 'is' || step.kind === 'age';
  const before = isMember ? [] : [step.a, step.b].flatMap((register) => steps[register - firstResult] ?? []);
  steps.push({ ...step, out, depth: 1 + Math.max(0, ...before.map(({ depth }) => depth)) });
  return out;
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
function questionOf(filter: MemberFilter): Question {
  const { age: _, ...questions } = filter;
  const [question, another] = Object.entries(questions).filter(([, wanted]) => wanted !== undefined);
  if (another) throw new TypeError('a filter of members asks one question at most besides the age');
  if (!question) return { column: everyone, accepted: 2 };
  const [attribute, wanted] = question as [Attribute, string | boolean | readonly string[]];
  const accepted = bitsOf(memberAnswers[attribute], typeof wanted === 'object' ? wanted : [wanted]);
  return { column: columnOf[attribute], accepted };
}

/** The bit of each answer that is meant; answers are numbered from 1. */
function bitsOf(all: readonly (string | boolean)[], meant: readonly (string | boolean)[]): number {
  return meant.reduce<number>((bits, word) => {
    const place = all.indexOf(word);
    if (place < 0) throw new TypeError(`nobody can answer ${word}: the answers are ${all.join(', ')}`);
    return bits | (2 << place);
  }, 0);
}
