import type { DecisionDocument } from '#design/documents/index.ts';
import type { PlainDate } from '#platform/dates';
import { type Language, translator } from '#platform/i18n';
import { limits } from '../pages/condition-words.tsx';
import type { ScoreCondition } from '../pages/score-reasons.tsx';
import { appealStanding } from './appeals.ts';
import { announcedDecision, type Dossier } from './dossier.ts';
import { bilingualPlace, documentName } from './names.ts';
import { toReasons } from './reasons.ts';

/** The decision as it is sent and printed, with every condition; undefined until the province has validated it. */
export function toDecisionLetter(language: Language, dossier: Dossier, today: PlainDate): DecisionDocument | undefined {
  const decision = announcedDecision(dossier);
  const { assessment } = dossier;
  if (!decision || !assessment || dossier.state === 'decided') return undefined;
  const text = translator(language);
  const { conditions, poverty, favourable, unfavourable, formula } = toReasons(assessment);
  const appeal = appealStanding(dossier, today);
  const shown = decision.outcome === 'refused' ? conditions : [...conditions, ...poverty];
  return {
    language,
    requestNumber: dossier.number,
    head: documentName(dossier.names),
    commission: bilingualPlace(dossier.territory),
    decidedOn: decision.on,
    outcome: decision.outcome,
    ...(decision.isAgainstScore ? { commissionReason: text(`portal.reason.${decision.reasonCode}`) } : {}),
    conditions: shown.map((condition) => inWords(language, condition)),
    inFavour: favourable.map(({ name }) => text(name.key)),
    against: unfavourable.map(({ name }) => text(name.key)),
    ...(appeal?.kind === 'open' ? { appealUntil: appeal.lastDay } : {}),
    rule: {
      name: `${formula.name}, ${formula.version}`,
      digest: formula.digest.slice(0, 12),
      isIllustrative: formula.isIllustrative,
    },
  };
}

function inWords(language: Language, { name, value, limit, operator, unit, met }: ScoreCondition) {
  const text = translator(language);
  const amount = (of: number) => text(`portal.score.${unit}`, { value: of });
  return {
    label: text(name.key),
    value: value === null ? '–' : amount(value),
    limit: text(`portal.score.limit.${limits[operator]}`, { limit: amount(limit) }),
    met: met === true,
  };
}
