import type { BranchInForce, ConditionInForce, FormulaInForce, FormulaOutcome, Operator, Reading } from '#law';
import type { ConditionResult, Outcome, ScoreResult } from './assessment.ts';
import { type CompiledScore, compileScore, orNull } from './compile-score.ts';
import type { Household } from './household.ts';
import { missingAnswers } from './missing.ts';
import { compileProgram, runProgram } from './program.ts';

/** A branch ready to judge. `scores` are those that its conditions read, the one it is known by first. */
export type CompiledBranch = {
  readonly key: string;
  readonly score: CompiledScore;
  readonly scores: readonly CompiledScore[];
  /** Adds to `missing` the answers that a condition needed and nobody gave. */
  readonly judge: (household: Household, scores: readonly ScoreResult[], missing: string[]) => ConditionResult[];
  readonly outcomeOf: (conditions: readonly ConditionResult[]) => Exclude<Outcome, 'incomplete'>;
};

export function compileBranch(branch: BranchInForce, formula: FormulaInForce): CompiledBranch {
  const keys = [...new Set([branch.score, ...branch.conditions.flatMap((condition) => condition.score ?? [])])];
  const scores = keys.map((key) => compileScore(key, tableOf(formula, key), scaleOf(branch, key)));
  const judges = branch.conditions.map((condition) => compileCondition(condition, keys));
  return {
    key: branch.key,
    score: scores[0] as CompiledScore,
    scores,
    judge: (household, results, missing) => judges.map((judge) => judge(household, results, missing)),
    outcomeOf: compileOutcome(branch),
  };
}

function tableOf(formula: FormulaInForce, key: string) {
  const table = formula.scores[key];
  if (!table) throw new TypeError(`${formula.id} has no score ${key}`);
  return table;
}

/** Scores of one branch have different units; each is measured in its own limit. */
function scaleOf(branch: BranchInForce, key: string): number {
  const condition = branch.conditions.find((candidate) => candidate.score === key);
  return condition && condition.limit !== 0 ? 1 / Math.abs(condition.limit) : 1;
}

type Judge = (household: Household, scores: readonly ScoreResult[], missing: string[]) => ConditionResult;

function compileCondition(condition: ConditionInForce, scoreKeys: readonly string[]): Judge {
  const { key, operator, limit, unit, status, near } = condition;
  const holds = operators[operator];
  const measure = valueReader(condition, scoreKeys);
  return (household, scores, missing) => {
    const value = measure(household, scores, missing);
    if (value === null) return { key, value, operator, limit, unit, met: null, near: false, status };
    return { key, value, operator, limit, unit, met: holds(value, limit), near: Math.abs(value - limit) <= near, status };
  };
}

function valueReader(condition: ConditionInForce, scoreKeys: readonly string[]) {
  const { reading, score = '' } = condition;
  if (reading) return readingReader(reading);
  const index = scoreKeys.indexOf(score);
  return (_: Household, scores: readonly ScoreResult[]) => (scores[index] as ScoreResult).value;
}

function readingReader(reading: Reading) {
  const program = compileProgram([reading]);
  const register = program.results[0] as number;
  return (household: Household, _: readonly ScoreResult[], missing: string[]) => {
    runProgram(program, household);
    missing.push(...missingAnswers(program, household));
    return orNull(household.registers[register] as number);
  };
}

const operators: Readonly<Record<Operator, (value: number, limit: number) => boolean>> = {
  at_most: (value, limit) => value <= limit,
  less_than: (value, limit) => value < limit,
  at_least: (value, limit) => value >= limit,
};

function compileOutcome(branch: BranchInForce): (conditions: readonly ConditionResult[]) => FormulaOutcome {
  const place = (key: string) => branch.conditions.findIndex((condition) => condition.key === key);
  const counted = branch.eligible_when.of.map(place);
  const needed = branch.eligible_when.at_least;
  const lines = branch.outcomes.map(({ outcome, when }) => ({ outcome, when: when === undefined ? -1 : place(when) }));
  const isMet = (conditions: readonly ConditionResult[], index: number) => conditions[index]?.met === true;
  return (conditions) => {
    let met = 0;
    for (const index of counted) if (isMet(conditions, index)) met++;
    if (met < needed) return 'not_eligible';
    return lines.find(({ when }) => when < 0 || isMet(conditions, when))?.outcome ?? 'not_eligible';
  };
}
