import { type Assessment, type ConditionResult, type Factor, messageKey } from '#modules/eligibility';
import { type Language, translator } from '#platform/i18n';
import type { ScoreCondition, ScoreFactor, ScoreView } from '../pages/score.tsx';
import { appealBefore, appealDays, headlineOf } from './advice.ts';
import { announcedDecision, type Dossier, isRefused } from './dossier.ts';
import { placeName } from './names.ts';

/** The explanation of a file's score, or undefined before it has one. */
export function toScoreView(language: Language, dossier: Dossier): ScoreView | undefined {
  const { assessment } = dossier;
  if (!assessment) return undefined;
  const { formula } = assessment;
  const heaviest = Math.max(...[...assessment.favourable, ...assessment.unfavourable].map(weight), 0);
  const toFactor = (factor: Factor): ScoreFactor => ({
    name: inEligibility('factor', factor.label),
    weight: heaviest === 0 ? 0 : weight(factor) / heaviest,
  });
  return {
    number: dossier.number,
    outcome: outcomeOf(dossier),
    ...(isStopped(dossier) ? { stopped: headlineOf(dossier) } : {}),
    ...decisionOf(language, dossier),
    milieu: assessment.branch.startsWith('rural') ? 'rural' : 'urban',
    rule: assessment.conditions.some(({ key }) => key === 'commune_poverty') ? 'two-of-three' : 'every',
    conditions: assessment.conditions.filter((condition) => !isOfPoverty(condition)).map(toCondition),
    poverty: isRefused(dossier) ? [] : assessment.conditions.filter(isOfPoverty).map(toCondition),
    unfavourable: assessment.unfavourable.map(toFactor),
    favourable: assessment.favourable.map(toFactor),
    missing: assessment.missing.map((answer) => ({ key: 'portal.score.missing-answer', facts: { answer } })),
    ...appealOf(dossier),
    formula: {
      name: formula.id,
      version: String(formula.version),
      digest: formula.digest,
      isIllustrative: formula.status !== 'official',
    },
  };
}

function outcomeOf(dossier: Dossier): ScoreView['outcome'] {
  return announcedDecision(dossier)?.outcome ?? (dossier.state === 'decided' ? 'to-validate' : 'to-decide');
}

/** What the commission decided is not what became of a file that is held, or closed for another reason than its refusal. */
function isStopped(dossier: Dossier): boolean {
  return dossier.state === 'held' || (dossier.state === 'closed' && !isRefused(dossier));
}

function decisionOf(language: Language, dossier: Dossier): Pick<ScoreView, 'decision'> {
  const decision = announcedDecision(dossier);
  if (!decision) return {};
  const body = translator(language)('portal.score.commission', { place: placeName(language, dossier.territory) });
  const reason = { key: `portal.reason.${decision.reasonCode}` };
  return { decision: { on: decision.on, body, reason, isAgainstScore: decision.isAgainstScore } };
}

function appealOf(dossier: Dossier): Pick<ScoreView, 'appealBefore' | 'isAppealDelayOfficial'> {
  if (!isRefused(dossier)) return {};
  return { appealBefore: appealBefore(dossier), isAppealDelayOfficial: appealDays(dossier).status === 'official' };
}

/** Whether a family is poor rather than vulnerable decides what it pays, not whether it is admitted. */
function isOfPoverty({ key }: ConditionResult): boolean {
  return key.endsWith('_poor');
}

const units: readonly (readonly [string, ScoreCondition['unit']])[] = [
  ['dirhams', 'dirhams'],
  ['percent', 'percent'],
];

function toCondition({ key, value, limit, operator, unit, met, near, status }: ConditionResult): ScoreCondition {
  return {
    name: inEligibility('condition', key),
    value,
    limit,
    operator,
    unit: units.find(([start]) => unit.startsWith(start))?.[1] ?? 'points',
    met,
    isNearLimit: near,
    status,
  };
}

function inEligibility(kind: 'condition' | 'factor', word: string) {
  return { key: `eligibility.${messageKey(kind, word)}` };
}

function weight({ amount }: Assessment['favourable'][number]): number {
  return Math.abs(amount);
}
