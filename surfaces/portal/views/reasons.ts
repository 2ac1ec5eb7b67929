import { form } from '#modules/applications';
import { type Assessment, type Factor, messageKey } from '#modules/eligibility';
import type { Message } from '#platform/i18n';
import type { Reasons, ScoreFactor } from '../pages/score-reasons.tsx';
import { isOfPoverty, toCondition } from './conditions.ts';

/** What an assessment rests on, in the words of the page that explains a score. */
export function toReasons(assessment: Assessment): Reasons {
  const { formula, conditions, favourable, unfavourable, missing, branch } = assessment;
  const heaviest = Math.max(...[...favourable, ...unfavourable].map(weight), 0);
  const toFactor = (factor: Factor): ScoreFactor => ({
    name: { key: `eligibility.${messageKey('factor', factor.label)}` },
    weight: heaviest === 0 ? 0 : weight(factor) / heaviest,
  });
  return {
    milieu: branch.startsWith('rural') ? 'rural' : 'urban',
    rule: conditions.some(({ key }) => key === 'commune_poverty') ? 'two-of-three' : 'every',
    conditions: conditions.filter((condition) => !isOfPoverty(condition)).map(toCondition),
    poverty: conditions.filter(isOfPoverty).map(toCondition),
    unfavourable: unfavourable.map(toFactor),
    favourable: favourable.map(toFactor),
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

function weight({ amount }: Factor): number {
  return Math.abs(amount);
}
