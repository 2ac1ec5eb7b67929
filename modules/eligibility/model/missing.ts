import { type Attribute, columnOf, type Household } from './household.ts';
import type { Kind, Program } from './program.ts';
import { answerPaths, firstCount, firstResult } from './registers.ts';

/**
 * Why results of a program that has just run are unknown: the paths of the answers that were needed and not given. Only what really
 * stood in the way is named: an answer that another one made needless is not.
 */
export function missingAnswers(program: Program, household: Household): string[] {
  const paths = new Set<string>();
  for (const register of program.results) collect(register, program, household, paths);
  return [...paths];
}

function collect(register: number, program: Program, household: Household, paths: Set<string>): void {
  if (!Number.isNaN(household.registers[register])) return;
  if (register < firstCount) paths.add(answerPaths[register] as string);
  else if (register < firstResult) collectCount(register - firstCount, program, household, paths);
  else collectStep(register, program, household, paths);
}

function collectCount(count: number, { counts }: Program, { ages, columns, size }: Household, paths: Set<string>): void {
  const column = counts.column[count] as number;
  for (let index = 0; index < size; index++) {
    const age = ages[index] as number;
    const isCounted = age >= (counts.from[count] as number) && age <= (counts.to[count] as number);
    if (isCounted && columns[column + index] === 0) paths.add(memberPath(index, column));
  }
}

function collectStep(register: number, program: Program, household: Household, paths: Set<string>): void {
  const { kinds, a, b, out } = program.steps;
  const step = out.indexOf(register);
  const kind = kinds[step] as Kind;
  const first = a[step] as number;
  const second = b[step] as number;
  if (kind === 'is') paths.add(memberPath(first, second));
  else if (kind === 'age') paths.add(`members[${first}]`);
  else for (const input of comparisons.has(kind) ? [first] : [first, second]) collect(input, program, household, paths);
}

/** Kinds that read one register and a constant. */
const comparisons: ReadonlySet<Kind> = new Set(['atMost', 'moreThan', 'exactly', 'among']);

function memberPath(index: number, column: number): string {
  const attribute = (Object.keys(columnOf) as Attribute[]).find((key) => columnOf[key] === column);
  if (!attribute) throw new TypeError(`no attribute stands in column ${column}`);
  return `members[${index}].${attribute}`;
}
