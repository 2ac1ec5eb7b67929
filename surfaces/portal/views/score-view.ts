import { type Assessment, type Factor, messageKey } from '#modules/eligibility';
import type { PlainDate } from '#platform/dates';
import { type Language, translator } from '#platform/i18n';
import type { ScoreFactor, ScoreView } from '../pages/score.tsx';
import type { ScoreMissingView } from '../pages/score-missing.tsx';
import { headlineOf } from './advice.ts';
import { appealStanding } from './appeals.ts';
import { isOfPoverty, toCondition } from './conditions.ts';
import { announcedDecision, type Dossier, isRefused } from './dossier.ts';
import { placeName } from './names.ts';

/** The explanation of a file's score, or undefined before it has one. */
export function toScoreView(language: Language, dossier: Dossier, today: PlainDate): ScoreView | undefined {
  const { assessment } = dossier;
  if (!assessment) return undefined;
  const { formula } = assessment;
  const appeal = appealStanding(dossier, today);
  const heaviest = Math.max(...[...assessment.favourable, ...assessment.unfavourable].map(weight), 0);
  const toFactor = (factor: Factor): ScoreFactor => ({
    name: factorName(factor.label),
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
    ...(appeal ? { appeal } : {}),
    place: placeName(language, dossier.territory),
    formula: {
      name: formula.id,
      version: String(formula.version),
      digest: formula.digest,
      isIllustrative: formula.status !== 'official',
    },
  };
}

/** What is said instead before there is a score. */
export function toScoreMissing(dossier: Dossier): ScoreMissingView {
  return { number: dossier.number, headline: headlineOf(dossier) };
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

function factorName(word: string) {
  return { key: `eligibility.${messageKey('factor', word)}` };
}

function weight({ amount }: Assessment['favourable'][number]): number {
  return Math.abs(amount);
}
