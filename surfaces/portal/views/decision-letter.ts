import type { DecisionDocument, LetterHelp, LetterMinutes } from '#design/documents/index.ts';
import { type Language, type Translate, translator } from '#platform/i18n';
import { limits } from '../pages/condition-words.tsx';
import type { ScoreCondition } from '../pages/score-reasons.tsx';
import { lastDayToContest } from './appeals.ts';
import { announcedDecision, type Dossier } from './dossier.ts';
import { documentName, localCommission, placeName } from './names.ts';
import { toReasons } from './reasons.ts';

/** Where the decision stands in sealed minutes, and who helps. */
export type LetterFacts = { readonly minutes?: LetterMinutes | undefined; readonly helpline?: string | undefined };

/**
 * The decision as it is sent and printed, with every condition; undefined until the province has validated it. The same letter whenever it is
 * asked for: what became of the request since is told elsewhere.
 */
export function toDecisionLetter(
  language: Language,
  dossier: Dossier,
  { minutes, helpline }: LetterFacts,
): DecisionDocument | undefined {
  const decision = announcedDecision(dossier);
  const { assessment } = dossier;
  if (!decision || !assessment || dossier.state === 'decided') return undefined;
  const text = translator(language);
  const { conditions, poverty, favourable, unfavourable, formula } = toReasons(assessment);
  const contest = lastDayToContest(dossier);
  const help: LetterHelp = { office: placeName(language, dossier.territory), helpline };
  const shown = decision.outcome === 'refused' ? conditions : [...conditions, ...poverty];
  return {
    language,
    requestNumber: dossier.number,
    head: documentName(dossier.names),
    commission: localCommission(language, dossier.territory),
    decidedOn: decision.on,
    outcome: decision.outcome,
    verdict: text(`portal.score.outcome.${decision.outcome}`),
    ...(decision.isAgainstScore ? { commissionReason: text(`portal.reason.${decision.reasonCode}`) } : {}),
    conditions: shown.map((condition) => inWords(language, condition)),
    inFavour: favourable.map(({ name }) => text(name.key)),
    // Whoever is given everything has no use for what spoke against it.
    against: decision.outcome === 'poor' ? [] : unfavourable.map(({ name }) => text(name.key)),
    ...(contest ? { contest: toContest(text, contest) } : {}),
    rule: {
      name: `${formula.name}, ${formula.version}`,
      digest: formula.digest.slice(0, 12),
      isIllustrative: formula.isIllustrative,
    },
    ...{ help, minutes },
  };
}

function toContest(text: Translate, { lastDay, caution }: NonNullable<ReturnType<typeof lastDayToContest>>) {
  return { until: lastDay, ...(caution ? { caution: text(caution.key) } : {}) };
}

/** With each figure kept in its own direction: "74" before "نقطة" stays before it. */
function inWords(language: Language, { name, value, limit, operator, unit, met, isNearLimit }: ScoreCondition) {
  const text = translator(language, { isolating: true });
  const plain = translator(language);
  const amount = (of: number, say = plain) => say(`portal.score.${unit}`, { value: of });
  return {
    label: text(name.key),
    value: value === null ? '–' : amount(value, text),
    limit: text(`portal.score.limit.${limits[operator]}`, { limit: amount(limit) }),
    met: met === true,
    isNearLimit,
  };
}
