import { lawAt } from '#law';
import { emergenciesUntil } from '#modules/applications';
import { addDays, toIsoDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { DoneView } from '../../pages/apply/done.tsx';
import type { Dossier } from '../dossier.ts';
import { placeName } from '../names.ts';
import { papersToBring } from '../papers-to-bring.ts';

/** What a family that has just sent its request must know: the days are those the law gives each step, from the day it was filed. */
export function toDoneView(language: Language, dossier: Dossier, credential: string): DoneView {
  const { filedOn, number, territory, members } = dossier;
  const { filed, checking, decision } = lawAt(toIsoDate(filedOn)).deadlines;
  return {
    number,
    office: placeName(language, territory),
    credential,
    bringBy: addDays(filedOn, filed.value.late),
    checkedBy: addDays(filedOn, filed.value.late + checking.value.normal),
    decidedBy: addDays(filedOn, decision.value.normal),
    emergenciesUntil: emergenciesUntil(filedOn),
    papers: papersToBring({ members }, toIsoDate(filedOn)).map((paper) => ({
      ...paper,
      isSent: dossier.papersSent?.includes(paper.kind) ?? false,
    })),
  };
}
