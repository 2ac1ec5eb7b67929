import { type PlainDate, toIsoDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { AppealStanding } from '../pages/appeals/appeal-link.tsx';
import type { FileFacts, FollowView, JourneyStep } from '../pages/follow.view.ts';
import { headlineOf, nextOf, toneOfFile } from './advice.ts';
import { appealStanding } from './appeals.ts';
import { toConcerns } from './complaints.ts';
import { announcedDecision, type Dossier, isRefused, standingPutOff, stepsAlone } from './dossier.ts';
import { holderThen } from './holders.ts';
import { journeyOf } from './journey.ts';
import { personName } from './names.ts';
import { papersToBring } from './papers-to-bring.ts';
import { isPayable } from './payment.ts';
import { toRightView } from './right-standing.ts';

/** The page of a file for whoever knows its number, on the day it is read. */
export function toFollowView(language: Language, dossier: Dossier, today: PlainDate): FollowView {
  const view = whereItStands(language, dossier, today);
  const appeal = appealOf(dossier, today);
  const concerns = toConcerns(dossier, view.steps, today);
  const asked = askedOf(dossier);
  return { ...view, ...(asked ? { asked } : {}), file: { ...fileFacts(dossier), concerns, ...(appeal ? { appeal } : {}) } };
}

/** A refusal can be contested even late; a contribution is worth a button here only while there is time. */
function appealOf(dossier: Dossier, today: PlainDate): AppealStanding | undefined {
  const standing = appealStanding(dossier, today);
  return isRefused(dossier) || standing?.kind !== 'late' ? standing : undefined;
}

function askedOf({ asked }: Dossier): FollowView['asked'] {
  return asked && { ...asked, papers: asked.papers.map((kind) => ({ key: `applications.paper.${kind}` })) };
}

/** The same for whoever came with a national card: where the file stands, since when, and what to do. */
export function toStepsView(language: Language, dossier: Dossier, today: PlainDate): FollowView {
  const view = whereItStands(language, stepsAlone(dossier), today);
  return { ...view, steps: view.steps.map(withoutReason) };
}

function whereItStands(language: Language, dossier: Dossier, today: PlainDate): FollowView {
  const steps = journeyOf(language, dossier, today);
  const right = toRightView(language, dossier);
  return {
    state: dossier.state,
    ...(right ? { right } : {}),
    tone: toneOfFile(dossier, steps),
    headline: headlineOf(dossier),
    ...lateness(steps),
    next: nextOf(language, dossier, today),
    steps,
    history: dossier.passages.map(({ to, on }) => {
      const holder = holderThen(language, dossier, to);
      return { on, state: to, ...(holder ? { holder } : {}) };
    }),
  };
}

function lateness(steps: readonly JourneyStep[]): Pick<FollowView, 'late'> {
  const current = steps.find(({ state, late }) => state === 'current' && late === 'late');
  const { days, normDays } = current ?? {};
  return days === undefined || normDays === undefined ? {} : { late: { days, normDays } };
}

/** Why a commission decided as it did tells of the family's means. */
function withoutReason(step: JourneyStep): JourneyStep {
  if (step.key !== 'decided' || step.state === 'current') return step;
  const { note: _reason, ...told } = step;
  return told;
}

function fileFacts(dossier: Dossier): Omit<FileFacts, 'concerns'> {
  const category = categoryOf(dossier);
  return {
    number: dossier.number,
    kind: dossier.kind,
    applicant: personName(dossier.names),
    persons: dossier.members.length,
    ...(category ? { category } : {}),
    hasScore: dossier.assessment !== undefined,
    hasLetter: hasLetter(dossier),
    ...(dossier.registration?.card ? { hasCard: true } : {}),
    ...papersOf(dossier),
    ...noticeOf(dossier),
  };
}

/** Whether what the commission did has a letter: its decision once it is announced, or that it put the file off. */
function hasLetter(dossier: Dossier): boolean {
  const isDecided = announcedDecision(dossier) !== undefined && dossier.assessment !== undefined;
  return isDecided || standingPutOff(dossier) !== undefined;
}

function papersOf({ papersSent, members, filedOn }: Dossier): Pick<FileFacts, 'papers'> {
  if (!papersSent) return {};
  const asked = papersToBring({ members }, toIsoDate(filedOn));
  const left = asked.filter(({ kind }) => !papersSent.includes(kind)).length;
  return { papers: { key: 'portal.upload.standing', facts: { sent: papersSent.length, left } } };
}

function noticeOf({ registration }: Dossier): Pick<FileFacts, 'notice'> {
  if (!registration?.due?.notice) return {};
  return { notice: isPayable(registration.due.state) ? 'to-pay' : 'settled' };
}

function categoryOf(dossier: Dossier): FileFacts['category'] {
  const outcome = dossier.registration?.category ?? announcedDecision(dossier)?.outcome;
  return outcome === 'refused' ? undefined : outcome;
}
