import type { Status } from './catalogue.ts';
import type { Formula, FormulaId, FormulaOutcome, Operator } from './formula.ts';
import type { Stated } from './parameter.ts';
import type { Reading } from './reading.ts';

/** A formula on one day: every dated parameter replaced by its value, only the branches that apply. Plain data; its digest names it. */
export type FormulaInForce = {
  readonly id: FormulaId;
  readonly version: number;
  readonly status: Status;
  readonly scores: Readonly<Record<string, ScoreTable>>;
  readonly branches: readonly BranchInForce[];
};

export type ScoreTable = {
  readonly unit: string;
  readonly status: Status;
  readonly constant: number;
  readonly regions?: Readonly<Record<string, number>>;
  readonly multiplied_by?: { readonly label: string; readonly reading: Reading };
  readonly variables: readonly {
    readonly id: string;
    readonly label: string;
    readonly part_of?: string;
    readonly coefficient: number;
    readonly reading: Reading;
  }[];
};

export type BranchInForce = {
  readonly key: string;
  readonly milieu: 'urban' | 'rural';
  readonly score: string;
  readonly conditions: readonly ConditionInForce[];
  readonly eligible_when: { readonly at_least: number; readonly of: readonly string[] };
  readonly outcomes: readonly { readonly outcome: FormulaOutcome; readonly when?: string }[];
};

/** `status` is that of the limit; `near` is a distance from it, in its own unit. */
export type ConditionInForce = {
  readonly key: string;
  readonly score?: string;
  readonly reading?: Reading;
  readonly operator: Operator;
  readonly limit: number;
  readonly unit: string;
  readonly status: Status;
  readonly near: number;
};

/** The dated values of a parameter, oldest first. */
export type History = (parameterKey: string) => readonly Stated<unknown>[];

/**
 * The formula of each period between two changes of a parameter that it names, oldest first. The first period has no beginning
 * (`from: ''`): a simulation of an earlier day is measured against the first values.
 */
export function periodsOf(formula: Formula, history: History): { from: string; formula: FormulaInForce }[] {
  const changes = parametersOf(formula).flatMap((key) => history(key).slice(1));
  const starts = ['', ...new Set(changes.map((stated) => stated.from).sort())];
  return starts.map((from) => ({ from, formula: formulaOn(formula, from, history) }));
}

/** The keys of the dated parameters that a formula names. */
export function parametersOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'parameter' in value && typeof value.parameter === 'string' ? [value.parameter] : [];
  return [...own, ...Object.values(value).flatMap(parametersOf)];
}

function formulaOn(formula: Formula, date: string, history: History): FormulaInForce {
  const at = (key: string) => statedOn(history(key), date, key);
  const applying = formula.branches.filter(({ applies_when: when }) => !when || at(when.parameter).value === when.is);
  const { id, version, status } = formula;
  const scores = Object.fromEntries(
    Object.entries(formula.scores).map(([key, { source: _, ...table }]) => [key, withoutAbsent(table) as ScoreTable]),
  );
  return { id, version, status, scores, branches: applying.map((branch) => branchOn(branch, at)) };
}

type At = (key: string) => Stated<unknown>;

function branchOn(branch: Formula['branches'][number], at: At): BranchInForce {
  const { key, milieu, score, eligible_when: eligible, outcomes } = branch;
  return {
    key,
    milieu,
    score,
    conditions: branch.conditions.map((condition) => conditionOn(condition, at)),
    eligible_when: { at_least: resolved(eligible.at_least, at), of: eligible.of },
    outcomes: outcomes.map((line) => withoutAbsent(line) as BranchInForce['outcomes'][number]),
  };
}

function conditionOn(condition: Formula['branches'][number]['conditions'][number], at: At): ConditionInForce {
  const { key, score, reading, operator, near } = condition;
  const stated = at(condition.limit.parameter);
  const limit = Number(stated.value);
  return {
    key,
    ...(score === undefined ? {} : { score }),
    ...(reading === undefined ? {} : { reading }),
    operator: resolved(operator, at),
    limit,
    unit: stated.unit,
    status: stated.status,
    near: 'share' in near ? resolved(near.share, at) * Math.abs(limit) : resolved(near.distance, at),
  };
}

function resolved<Value extends string | number>(value: Value | { parameter: string }, at: At): Value {
  return typeof value === 'object' ? (at(value.parameter).value as Value) : value;
}

function statedOn(history: readonly Stated<unknown>[], date: string, key: string): Stated<unknown> {
  const stated = history.findLast((value) => value.from <= date) ?? history[0];
  if (!stated) throw new RangeError(`the law has no value of ${key}`);
  return stated;
}

function withoutAbsent(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
