import type { SelectGroup } from '#design/components/select-field.tsx';
import { lawAt } from '#law';
import type { BriefComplaint, Subject, WholeComplaint } from '#modules/complaints';
import { findCommune, loadTerritory, provincesOfRegion } from '#modules/territory';
import { casablancaDate, daysBetween, type PlainDate, Temporal, toDate, toIsoDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { ComplaintView } from '../pages/complaints/complaint.tsx';
import type { ConcernLine, ConcernsView } from '../pages/complaints/concerns.tsx';
import type { FollowView } from '../pages/follow.view.ts';
import type { Dossier } from './dossier.ts';
import { placeName, provinceName } from './names.ts';

/** A complaint as its author reads it on a day; `code` when the browser was given it. */
export function toComplaintView(language: Language, found: WholeComplaint, today: PlainDate, code?: string): ComplaintView {
  const receivedOn = dayOfText(found.received_at);
  const { status } = lawAt(toIsoDate(receivedOn)).complaints.answerDays;
  const daysLate = daysPast(found, today);
  return {
    number: found.number,
    subject: found.subject,
    state: found.state,
    receivedOn,
    answerBy: toDate(found.answer_by),
    province: findCommune(found.territory) ? provinceName(language, found.territory) : placeName(language, found.territory),
    words: found.words,
    ...(daysLate > 0 ? { daysLate } : {}),
    ...(status === 'official' ? {} : { caution: { key: `portal.law.delay.${status}` } }),
    ...(found.answer === null ? {} : { answer: { text: found.answer, on: dayOfText(found.since) } }),
    ...(found.application_number === null ? {} : { request: found.application_number }),
    ...(code === undefined ? {} : { code }),
  };
}

/** What a family has said about its request, on the day it is read, and what it most likely has to say. */
export function toConcerns(dossier: Dossier, steps: FollowView['steps'], today: PlainDate): ConcernsView {
  const likely = likelySubject(steps);
  return {
    number: dossier.number,
    ...(likely ? { likely } : {}),
    complaints: (dossier.complaints ?? []).map((found) => toLine(found, today)),
  };
}

/** A delay over the norm is what most people complain about: of the card, or of the file before it. */
function likelySubject(steps: FollowView['steps']): Subject | undefined {
  const late = steps.find((step) => step.state === 'current' && step.late === 'late');
  if (!late) return undefined;
  return ['card-made', 'card-at-office', 'handed-over'].includes(late.key) ? 'card-not-delivered' : 'file-not-sent';
}

export function toLine(found: BriefComplaint, today: PlainDate): ConcernLine {
  const { number, subject, state } = found;
  return { number, subject, state, answerBy: toDate(found.answer_by), isLate: daysPast(found, today) > 0 };
}

/** Every province in the reader's language, by region; the eight prefectures inside Casablanca stand for themselves in one. */
export function provincesByRegion(language: Language): SelectGroup[] {
  const nameOf = ({ fr, ar }: { fr: string; ar: string }) => (language === 'ar' ? ar : fr);
  return loadTerritory().regions.map((region) => ({
    label: nameOf(region.name),
    options: provincesOfRegion(region.code)
      .filter((province) => province.kind !== 'prefecture_of_arrondissements')
      .map((province) => ({ value: province.code, label: nameOf(province.name) })),
  }));
}

function daysPast({ state, answer_by }: Pick<BriefComplaint, 'state' | 'answer_by'>, today: PlainDate): number {
  return state === 'received' ? daysBetween(toDate(answer_by), today) : 0;
}

function dayOfText(instant: string): PlainDate {
  return casablancaDate(Temporal.Instant.from(instant));
}
