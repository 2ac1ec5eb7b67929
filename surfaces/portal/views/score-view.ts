import type { PlainDate } from '#platform/dates';
import { type Language, translator } from '#platform/i18n';
import type { ScoreView } from '../pages/score.tsx';
import type { ScoreMissingView } from '../pages/score-missing.tsx';
import { headlineOf } from './advice.ts';
import { appealStanding } from './appeals.ts';
import { announcedDecision, type Dossier, isRefused } from './dossier.ts';
import { placeName } from './names.ts';
import { toReasons } from './reasons.ts';

/** The explanation of a file's score, or undefined before it has one. */
export function toScoreView(language: Language, dossier: Dossier, today: PlainDate): ScoreView | undefined {
  const { assessment } = dossier;
  if (!assessment) return undefined;
  const appeal = appealStanding(dossier, today);
  const reasons = toReasons(assessment);
  return {
    number: dossier.number,
    outcome: outcomeOf(dossier),
    ...(isStopped(dossier) ? { stopped: headlineOf(dossier) } : {}),
    ...decisionOf(language, dossier),
    ...reasons,
    poverty: isRefused(dossier) ? [] : reasons.poverty,
    ...(appeal ? { appeal } : {}),
    place: placeName(language, dossier.territory),
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
