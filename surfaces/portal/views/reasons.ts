import { form } from '#modules/applications';
import { type Assessment, messageKey, type ScoreResult } from '#modules/eligibility';
import type { Message } from '#platform/i18n';
import type { Reasons, ScoreFactor } from '../pages/score-reasons.tsx';
import { isOfPoverty, toCondition } from './conditions.ts';

/** What an assessment rests on, in the words of the page that explains a score. */
export function toReasons(assessment: Assessment): Reasons {
  const { formula, conditions, missing, branch } = assessment;
  return {
    milieu: branch.startsWith('rural') ? 'rural' : 'urban',
    rule: conditions.some(({ key }) => key === 'commune_poverty') ? 'two-of-three' : 'every',
    conditions: conditions.filter((condition) => !isOfPoverty(condition)).map(toCondition),
    poverty: conditions.filter(isOfPoverty).map(toCondition),
    unfavourable: factorsOf(assessment, 1),
    favourable: factorsOf(assessment, -1),
    missing: missing.map(nameOfAnswer),
    formula: {
      name: formula.id,
      version: String(formula.version),
      digest: formula.digest,
      isIllustrative: formula.status !== 'official',
    },
  };
}

/** What the form calls an answer; what is no question of the form, as the law calls it. */
function nameOfAnswer(path: string): Message {
  const key = path.replace(/^members\[\d+\]\.?/, '');
  for (const field of form.formPages.flatMap(({ fields }) => fields)) {
    if (field.key === key) return { key: `applications.form.field.${key}` };
    const isTicked = field.kind === 'ticks' && field.options.some((option) => `${field.key}.${option}` === key);
    if (isTicked) return { key: `applications.form.choice.${key}` };
  }
  if (key === 'facts.commune_poverty_rate') return { key: `eligibility.${messageKey('condition', 'commune_poverty')}` };
  return { key: 'portal.score.missing-answer', facts: { answer: path } };
}

/** As many as a reader remembers. */
const MOST_FACTORS = 3;

/**
 * What weighed most in one direction (1 raises a score, -1 lowers it) on the scores whose condition decided: those that are not met, or else
 * those of poverty that are not, or else all. Dirhams and points do not compare: each factor is measured within its own score.
 */
function factorsOf(assessment: Assessment, direction: 1 | -1): readonly ScoreFactor[] {
  const listed = [...assessment.favourable, ...assessment.unfavourable];
  return scoresThatDecided(assessment)
    .flatMap((score) => {
      const amounts = new Map<string, number>();
      for (const { label, amount } of score.contributions) amounts.set(label, (amounts.get(label) ?? 0) + (amount ?? 0));
      // What a score multiplies, such as the income of each person, is no contribution of its table.
      for (const { label, amount } of listed.filter((factor) => factor.score === score.key))
        if (!amounts.has(label)) amounts.set(label, amount);
      const heaviest = Math.max(...[...amounts.values()].map(Math.abs), 0);
      return [...amounts].flatMap(([label, amount]) => {
        const weight = heaviest === 0 ? 0 : (amount * direction) / heaviest;
        return weight > 0 ? [{ name: { key: `eligibility.${messageKey('factor', label)}` }, weight }] : [];
      });
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_FACTORS);
}

function scoresThatDecided({ conditions, scores }: Assessment): readonly ScoreResult[] {
  const unmet = conditions.filter(({ met }) => met === false);
  const ofEligibility = unmet.filter((condition) => !isOfPoverty(condition));
  const deciding = ofEligibility.length > 0 ? ofEligibility : unmet;
  const decided = scores.filter(({ key }) => deciding.some((condition) => key.endsWith(condition.key.replace(/_poor$/, ''))));
  return decided.length > 0 ? decided : scores;
}
