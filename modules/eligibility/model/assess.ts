import type { FormulaId } from '#law';
import type { Assessment, ConditionResult, Outcome, ScoreResult } from './assessment.ts';
import type { AnonymousDeclaration } from './declaration.ts';
import { heaviest } from './factors.ts';
import { type CompiledFormula, type CompiledPeriod, getFormula, periodOn } from './formulas.ts';
import { type OutsideFacts, openHousehold } from './household.ts';

/**
 * The score alone, without a word of explanation: NaN when an answer that the formula needs is missing. For `ramed-2008` it is the
 * living-conditions score of the branch, for `rsu-2022` the registry score. The declaration must have been parsed.
 */
export function scoreOf(formula: CompiledFormula, declaration: AnonymousDeclaration, facts?: OutsideFacts): number {
  const period = periodOn(formula, declaration.filed_on);
  return period[declaration.milieu].score.read(openHousehold(declaration, facts));
}

/**
 * Judges a household by a formula and says why: every condition, every contribution, what weighed most, what is missing, near the
 * limit or not, and the sentence for the citizen. The law is that of the day of deposit. The declaration must have been parsed.
 */
export function assess(id: FormulaId, declaration: AnonymousDeclaration, facts?: OutsideFacts): Assessment {
  return assessWith(periodOn(getFormula(id), declaration.filed_on), declaration, facts);
}

/** As {@link assess}, with a formula already found: the current one or one of the published past. */
export function assessWith(period: CompiledPeriod, declaration: AnonymousDeclaration, facts?: OutsideFacts): Assessment {
  const branch = period[declaration.milieu];
  const household = openHousehold(declaration, facts);
  const unanswered: string[] = [];
  const scores = branch.scores.map((score) => score.explain(household, unanswered));
  const conditions = branch.judge(household, scores, unanswered);
  const missing = unanswered.length === 0 ? unanswered : [...new Set(unanswered)];
  const outcome = missing.length === 0 ? branch.outcomeOf(conditions) : 'incomplete';
  const score = (scores[0] as ScoreResult).value;
  const sheets = branch.scores.map((compiled) => compiled.factors);
  return {
    formula: period.version,
    branch: branch.key,
    outcome,
    score,
    conditions,
    scores,
    favourable: heaviest(sheets, -1),
    unfavourable: heaviest(sheets, 1),
    missing,
    nearLimit: conditions.some(isNear),
    sentence: { key: outcomeKeys[outcome], facts: score === null ? { missing: missing.length } : { score } },
  };
}

function isNear(condition: ConditionResult): boolean {
  return condition.near;
}

const outcomeKeys: Readonly<Record<Outcome, string>> = {
  poor: 'outcome.poor',
  vulnerable: 'outcome.vulnerable',
  not_eligible: 'outcome.not-eligible',
  amo_tadamon: 'outcome.amo-tadamon',
  direct_aid: 'outcome.direct-aid',
  incomplete: 'outcome.incomplete',
};
