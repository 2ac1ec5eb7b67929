import { toDate } from '#platform/dates';
import { type Place, paths } from '../../place.ts';
import { provincesByRegion } from '../../views/complaints.ts';
import { type ComplaintView, renderComplaint } from './complaint.tsx';
import { renderFindComplaint } from './find.tsx';
import { renderComplaintSubjects } from './subjects.tsx';
import { renderTellComplaint, type TellView } from './tell.tsx';

const number = '202680000017';
const request = '201504127733';
const token = '019a9c3e-7d1c-7000-8000-000000000001';

function tell(place: Place, view: Partial<TellView> = {}): string {
  const provinces = provincesByRegion(place.reader.language);
  return renderTellComplaint(place, { subject: 'card-not-delivered', token, provinces, ...view });
}

const typed = {
  words: '',
  number: '2015 0412 7734',
  birth: { day: '31', month: '4', year: '1985' },
  province: '',
  phone: '06 12',
};

/** A card that has not come, told of today. */
const received: ComplaintView = {
  number,
  subject: 'card-not-delivered',
  state: 'received',
  receivedOn: toDate('2026-11-22'),
  answerBy: toDate('2027-01-21'),
  province: 'Azilal',
  caution: { key: 'portal.law.delay.unverified' },
  words: 'Le guichet dit que la carte n’est pas arrivée depuis le mois de mai.',
  code: '48210937',
};

const late: ComplaintView = {
  ...received,
  receivedOn: toDate('2026-09-11'),
  words: '',
  request,
  daysLate: 12,
  answerBy: toDate('2026-11-10'),
};

const { code: _code, ...lateToAgents } = late;

const answering: ComplaintView = {
  ...lateToAgents,
  words: received.words,
  answering: {
    number,
    language: 'ar',
    words: 'السلام عليكم.\n\n\n\nإذا استمر المشكل، قدموا شكاية جديدة.',
    phone: '+212612345678',
  },
};

const answered: ComplaintView = {
  ...received,
  state: 'answered',
  request,
  answer: { text: 'Votre carte est au guichet depuis hier. Apportez votre carte nationale.', on: toDate('2026-12-02') },
};

export const complaintExamples = [
  { name: 'complaint-subjects', path: paths.complaint(), render: (place: Place) => renderComplaintSubjects(place, {}) },
  {
    name: 'complaint-subjects-request',
    path: paths.complaint(request),
    render: (place: Place) => renderComplaintSubjects(place, { request }),
  },
  { name: 'complaint-tell', path: paths.tellComplaint('card-not-delivered'), render: (place: Place) => tell(place) },
  {
    name: 'complaint-tell-request',
    path: paths.tellComplaint('file-not-sent', request),
    render: (place: Place) => tell(place, { subject: 'file-not-sent', request }),
  },
  {
    name: 'complaint-tell-errors',
    path: paths.tellComplaint('other'),
    render: (place: Place) =>
      tell(place, { subject: 'other', typed, errors: ['words-missing', 'number-wrong', 'birth-impossible', 'phone-wrong'] }),
  },
  { name: 'complaint-received', path: paths.oneComplaint(number), render: (place: Place) => renderComplaint(place, received) },
  { name: 'complaint-late', path: paths.oneComplaint(number), render: (place: Place) => renderComplaint(place, late) },
  { name: 'complaint-to-answer', path: paths.oneComplaint(number), render: (place: Place) => renderComplaint(place, answering) },
  {
    name: 'complaint-to-answer-error',
    path: paths.oneComplaint(number),
    render: (place: Place) =>
      renderComplaint(place, {
        ...answering,
        ...(answering.answering ? { answering: { ...answering.answering, error: 'missing' as const } } : {}),
      }),
  },
  { name: 'complaint-answered', path: paths.oneComplaint(number), render: (place: Place) => renderComplaint(place, answered) },
  { name: 'complaint-find', path: paths.findComplaint, render: (place: Place) => renderFindComplaint(place, {}) },
  {
    name: 'complaint-find-errors',
    path: paths.findComplaint,
    render: (place: Place) => renderFindComplaint(place, { typed: { number, code: '1234 5678' }, errors: ['not-found'] }),
  },
] as const;
