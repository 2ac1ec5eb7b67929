import { type Formula, type FormulaId, readFormulas } from './formula.ts';
import { type FormulaInForce, periodsOf } from './formula-in-force.ts';
import type { Stated } from './parameter.ts';
import { statedParameters } from './stated-parameters.ts';

export type { Status } from './catalogue.ts';
export type { FormulaId, FormulaOutcome, Operator } from './formula.ts';
export type { BranchInForce, ConditionInForce, FormulaInForce, ScoreTable } from './formula-in-force.ts';
export { type Law, lawAt, NotYetLawError } from './law-at.ts';
export type { Stated } from './parameter.ts';
export { findPublishedFormula } from './published.ts';
export type { ChoiceAnswer, FlagAnswer, MemberFilter, NumberAnswer, OutsideFact, Reading } from './reading.ts';

/** The dated values of one parameter by its key (`eligibility.urbanIncomeLimit`), oldest first. */
export function historyOf(key: string): readonly Stated<unknown>[] {
  const parameter = statedParameters().get(key);
  if (!parameter) throw new RangeError(`the law has no parameter ${key}`);
  return parameter.values.map((stated) => ({ ...stated, unit: parameter.unit }));
}

/** The formulas of `formulas/`, as written. */
export function listFormulas(): readonly Formula[] {
  library ??= readFormulas(new URL('./formulas/', import.meta.url));
  return [...library.values()];
}

/** A formula as it stands in each period between two changes of its parameters, oldest first; the first has no beginning. */
export function formulaPeriods(id: FormulaId): readonly { readonly from: string; readonly formula: FormulaInForce }[] {
  const formula = listFormulas().find((candidate) => candidate.id === id);
  if (!formula) throw new RangeError(`the law has no formula ${id}`);
  return periodsOf(formula, historyOf);
}

let library: ReadonlyMap<FormulaId, Formula> | undefined;
