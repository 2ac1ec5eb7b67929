import type { PutOffDocument } from '#design/documents/index.ts';
import { type Language, translator } from '#platform/i18n';
import { headlineOf } from './advice.ts';
import type { LetterFacts } from './decision-letter.ts';
import { type Dossier, type PutOff, standingPutOff } from './dossier.ts';
import { documentName, localCommission, placeName } from './names.ts';

/** What a family is sent when the commission has sat and has not decided; undefined once the file went on. */
export function toPutOffLetter(
  language: Language,
  dossier: Dossier,
  { minutes, helpline }: LetterFacts,
): PutOffDocument | undefined {
  const putOff = standingPutOff(dossier);
  if (!putOff) return undefined;
  const text = translator(language);
  return {
    language,
    requestNumber: dossier.number,
    head: documentName(dossier.names),
    commission: localCommission(language, dossier.territory),
    heldOn: putOff.on,
    awaits: awaitedBy(putOff),
    verdict: text(headlineOf(dossier).key),
    reason: text(`portal.reason.${putOff.reasonCode}`),
    help: { office: placeName(language, dossier.territory), helpline },
    minutes,
  };
}

function awaitedBy({ outcome, reasonCode }: PutOff): PutOffDocument['awaits'] {
  if (outcome === 'enquiry') return 'visit';
  return reasonCode === 'papers-awaited' ? 'papers' : 'sitting';
}
