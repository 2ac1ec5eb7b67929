import type { FormulaId, FormulaOutcome, Operator, Status } from '#law';

/** What a formula concludes. `incomplete` says that an answer it needs was not given: {@link Assessment.missing} names it. */
export type Outcome = FormulaOutcome | 'incomplete';

/** Names a formula for ever: `digest` is the SHA-256 of its canonical content, with every dated limit in it. */
export type FormulaVersion = { readonly id: FormulaId; readonly version: number; readonly digest: string };

/** One row of the explanation: my value, the limit, met or not. `value` and `met` are null when an answer is missing. */
export type ConditionResult = {
  readonly key: string;
  readonly value: number | null;
  readonly operator: Operator;
  readonly limit: number;
  readonly unit: string;
  readonly met: boolean | null;
  /** Within the distance of the limit that the law calls near. */
  readonly near: boolean;
  /** How sure we are of the limit itself. */
  readonly status: Status;
};

/** What one variable added: `amount` = coefficient × value (× the score's multiplier). Null when an answer is missing. */
export type Contribution = {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly coefficient: number;
  readonly amount: number | null;
};

/** One score in full: value = multiplier × (constant + region + Σ contributions before multiplication). */
export type ScoreResult = {
  readonly key: string;
  readonly unit: string;
  readonly status: Status;
  readonly value: number | null;
  readonly constant: number;
  readonly region: number;
  readonly multiplier: number | null;
  /** In the order of the table, without the variables whose value is 0: they add nothing. */
  readonly contributions: readonly Contribution[];
};

/** What weighed on a score, variables that say the same thing to a citizen taken together. `label` names `factor.<label>`. */
export type Factor = { readonly score: string; readonly label: string; readonly amount: number };

/** A message and what fills it; the module's name is not in the key. */
export type Sentence = { readonly key: string; readonly facts: Readonly<Record<string, string | number>> };

/** A household judged by a formula, with every reason. Plain JSON: the same input and version always give the same bytes. */
export type Assessment = {
  readonly formula: FormulaVersion & { readonly status: Status };
  readonly branch: string;
  readonly outcome: Outcome;
  /** The score that the branch is known by; null when an answer is missing. */
  readonly score: number | null;
  readonly conditions: readonly ConditionResult[];
  readonly scores: readonly ScoreResult[];
  /** At most three factors that speak for the household, strongest first. */
  readonly favourable: readonly Factor[];
  /** At most three factors that speak against it, strongest first. */
  readonly unfavourable: readonly Factor[];
  /** Paths of the answers that were needed and not given; then the outcome is `incomplete`. */
  readonly missing: readonly string[];
  readonly nearLimit: boolean;
  /** What to tell the citizen, in one sentence. */
  readonly sentence: Sentence;
};
