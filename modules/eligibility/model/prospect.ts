import type { FormulaId, FormulaOutcome } from '#law';
import { assessWith } from './assess.ts';
import type { Assessment, ConditionResult } from './assessment.ts';
import type { AnonymousDeclaration } from './declaration.ts';
import { getFormula, periodOn } from './formulas.ts';
import type { OutsideFacts } from './household.ts';

/** What a family may expect before anybody has checked its answers: never yes or no. */
export type Prospect = {
  readonly assessment: Assessment;
  /**
   * `near`: some condition lies so near its limit that the outcome hangs on it. `unknown`: an answer on which it hangs was not given;
   * what would be the same whatever that answer is `probable` or `unlikely` all the same.
   */
  readonly likelihood: 'probable' | 'near' | 'unlikely' | 'unknown';
  /** The outcomes that remain when each condition that is near its limit, or not known, may fall either way. */
  readonly outcomes: readonly FormulaOutcome[];
};

/**
 * What these answers let a family expect: the official assessment itself, and whether it would stand if the values near a limit fell on
 * the other side of it, and those not known on either. How near is near is a number of the law (`eligibility.nearLimitShare`).
 */
export function prospectOf(id: FormulaId, declaration: AnonymousDeclaration, facts?: OutsideFacts): Prospect {
  const period = periodOn(getFormula(id), declaration.filed_on);
  const assessment = assessWith(period, declaration, facts);
  const branch = period[declaration.milieu];
  const outcomes = [...new Set(eitherWay(assessment.conditions).map((fallen) => branch.outcomeOf(fallen)))];
  return { assessment, likelihood: likelihoodOf(outcomes, assessment), outcomes };
}

function likelihoodOf(outcomes: readonly FormulaOutcome[], { missing }: Assessment): Prospect['likelihood'] {
  const admitted = outcomes.filter((outcome) => outcome !== 'not_eligible');
  if (admitted.length === 0) return 'unlikely';
  if (admitted.length === outcomes.length) return 'probable';
  return missing.length > 0 ? 'unknown' : 'near';
}

/** The conditions in every way in which those that are near their limit or not known may fall; a formula has a handful. */
function eitherWay(conditions: readonly ConditionResult[]): readonly (readonly ConditionResult[])[] {
  return conditions.reduce<readonly (readonly ConditionResult[])[]>(
    (ways, condition) =>
      ways.flatMap((way) => {
        const mayFall =
          condition.near || condition.met === null ? [condition.met === true, condition.met !== true] : [condition.met];
        return mayFall.map((met) => [...way, { ...condition, met }]);
      }),
    [[]],
  );
}
