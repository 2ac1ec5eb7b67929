import type { PlainDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { FollowView } from '../pages/follow.view.ts';
import { headlineOf, nextOf, toneOfFile } from './advice.ts';
import { toConcerns } from './complaints.ts';
import { announcedDecision, type Dossier } from './dossier.ts';
import { holderInState } from './holders.ts';
import { journeyOf } from './journey.ts';
import { personName } from './names.ts';

/** The timeline page of a file, on the day it is read. */
export function toFollowView(language: Language, dossier: Dossier, today: PlainDate): FollowView {
  const steps = journeyOf(language, dossier, today);
  const category = categoryOf(dossier);
  return {
    number: dossier.number,
    kind: dossier.kind,
    state: dossier.state,
    tone: toneOfFile(dossier, steps),
    headline: headlineOf(dossier),
    next: nextOf(language, dossier, today),
    applicant: personName(dossier.names),
    persons: dossier.members.length,
    ...(category ? { category } : {}),
    steps,
    history: dossier.passages.map(({ to, on }) => {
      const holder = holderInState(language, dossier, to);
      return { on, state: to, ...(holder ? { holder } : {}) };
    }),
    hasScore: dossier.assessment !== undefined,
    concerns: toConcerns(dossier, steps, today),
  };
}

function categoryOf(dossier: Dossier): FollowView['category'] {
  const outcome = dossier.registration?.category ?? announcedDecision(dossier)?.outcome;
  return outcome === 'refused' ? undefined : outcome;
}
