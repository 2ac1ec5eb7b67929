import type { FormulaId, FormulaOutcome } from '#law';
import { assessWith } from './assess.ts';
import type { Assessment, ConditionResult } from './assessment.ts';
import type { AnonymousDeclaration } from './declaration.ts';
import { getFormula, periodOn } from './formulas.ts';
import type { OutsideFacts } from './household.ts';

/** What a family may expect before anybody has checked its answers: never yes or no. */
export type Prospect = {
  readonly assessment: Assessment;
  /** `near`: some condition lies so near its limit that the outcome hangs on it. `unknown`: an answer is missing. */
  readonly likelihood: 'probable' | 'near' | 'unlikely' | 'unknown';
  /** The outcomes that remain when each condition near its limit may fall either way; the assessed one first. */
  readonly outcomes: readonly FormulaOutcome[];
};

/**
 * What these answers let a family expect: the official assessment itself, and whether it would stand if the values near a limit fell on
 * the other side of it. How near is near is a number of the law (`eligibility.nearLimitShare`).
 */
export function prospectOf(id: FormulaId, declaration: AnonymousDeclaration, facts?: OutsideFacts): Prospect {
  const period = periodOn(getFormula(id), declaration.filed_on);
  const assessment = assessWith(period, declaration, facts);
  const { outcome, conditions } = assessment;
  if (outcome === 'incomplete') return { assessment, likelihood: 'unknown', outcomes: [] };
  const branch = period[declaration.milieu];
  const outcomes = [...new Set([outcome, ...eitherWay(conditions).map((fallen) => branch.outcomeOf(fallen))])];
  return { assessment, likelihood: likelihoodOf(outcomes), outcomes };
}

function likelihoodOf(outcomes: readonly FormulaOutcome[]): Prospect['likelihood'] {
  const admitted = outcomes.filter((outcome) => outcome !== 'not_eligible');
  if (admitted.length === 0) return 'unlikely';
  return admitted.length === outcomes.length ? 'probable' : 'near';
}

/** The conditions in every way in which those near their limit may fall; a formula has a handful. */
function eitherWay(conditions: readonly ConditionResult[]): readonly (readonly ConditionResult[])[] {
  return conditions.reduce<readonly (readonly ConditionResult[])[]>(
    (ways, condition) =>
      ways.flatMap((way) => {
        const stands = [...way, condition];
        return condition.near ? [stands, [...way, { ...condition, met: condition.met !== true }]] : [stands];
      }),
    [[]],
  );
}
