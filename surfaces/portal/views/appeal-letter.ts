import type { AppealDecisionDocument, LetterMinutes } from '#design/documents/index.ts';
import type { AppealAnswer } from '#modules/commissions';
import { toDate } from '#platform/dates';
import { type Language, translator } from '#platform/i18n';
import type { Dossier } from './dossier.ts';
import { documentName, placeName, provincialCommission } from './names.ts';

export type AppealLetterFacts = { readonly minutes: LetterMinutes; readonly helpline?: string | undefined };

/** What the provincial commission answered, as it is sent and printed; undefined until its minutes are sealed, and while an appeal is adjourned. */
export function toAppealLetter(
  language: Language,
  { appeal, ...dossier }: Dossier,
  { minutes, helpline }: AppealLetterFacts,
): AppealDecisionDocument | undefined {
  const answer = appeal?.answer;
  if (!appeal || !answer || answer.outcome === 'adjourned') return undefined;
  const text = translator(language);
  return {
    language,
    requestNumber: dossier.number,
    appealNumber: appeal.number,
    head: documentName(dossier.names),
    commission: provincialCommission(language, dossier.territory),
    decidedOn: toDate(answer.heldOn),
    outcome: answer.outcome,
    verdict: verdictOf(language, dossier, answer),
    becomes: answer.category ?? undefined,
    reasons: answer.findings.map(({ criterion, finding, words }) => ({
      criterion: text(`commissions.criterion.${criterion}`),
      found: [text(`commissions.appeal-finding.${finding}`), ...(words === undefined ? [] : [`\u2068${words}\u2069`])].join('. '),
    })),
    words: answer.words,
    asks: answer.asks ?? '',
    help: { office: placeName(language, dossier.territory), helpline },
    minutes,
  };
}

/** What was answered, then what is now decided: an appeal that changed nothing says again what was. */
function verdictOf(language: Language, { decision }: Pick<Dossier, 'decision'>, { outcome, category }: AppealAnswer): string {
  const text = translator(language);
  const decided = outcome === 'upheld' && decision ? [text(`portal.score.outcome.${decision.outcome}`)] : [];
  const given = category === null ? [] : [text(`portal.appeals.answer.category.${category}`)];
  return [text(`portal.appeals.headline.${outcome}`), ...decided, ...given].join(' ');
}
