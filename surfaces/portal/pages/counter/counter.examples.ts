import { toDate } from '#platform/dates';
import { type Place, paths } from '../../place.ts';
import { lateRequest } from '../follow.examples.ts';
import { renderFollow } from '../follow.tsx';
import type { FollowView } from '../follow.view.ts';
import { renderAskPapers } from './ask-papers.tsx';

const number = '201504127733';
const papers = ['applicant-identity', 'adult-identity', 'child-identity', 'school-certificate', 'residence-certificate'] as const;
const view = (place: Place) => ({
  number,
  applicant: place.reader.direction === 'rtl' ? 'فاطمة الزهراء بنعلي' : 'Fatima Zahra Benali',
  papers,
});

const { late: _late, ...waiting } = lateRequest;
const [filedStep] = lateRequest.steps;
const filed: FollowView = {
  ...waiting,
  state: 'filed',
  tone: 'waiting',
  headline: { key: 'portal.headline.filed' },
  steps: filedStep ? [{ ...filedStep, state: 'current' }] : [],
};
const incomplete: FollowView = {
  ...filed,
  state: 'incomplete',
  tone: 'todo',
  headline: { key: 'portal.headline.incomplete' },
  next: [{ key: 'portal.next.bring-papers', facts: { place: 'Azilal' } }],
  asked: {
    papers: [{ key: 'applications.paper.school-certificate' }, { key: 'applications.paper.residence-certificate' }],
    note: 'Yassine',
    on: toDate('2026-11-20'),
  },
};

const follow = (shown: FollowView) => (place: Place) => renderFollow(place, shown);

export const counterExamples = [
  {
    name: 'counter-filed',
    path: paths.request(number),
    render: follow({ ...filed, deeds: { number, deeds: ['accept-papers', 'ask-for-papers'] } }),
  },
  {
    name: 'counter-incomplete',
    path: paths.request(number),
    render: follow({ ...incomplete, deeds: { number, deeds: ['complete'], isStale: true } }),
  },
  { name: 'follow-incomplete', path: paths.request(number), render: follow(incomplete) },
  { name: 'ask-papers', path: paths.askForPapers(number), render: (place: Place) => renderAskPapers(place, view(place)) },
  {
    name: 'ask-papers-error',
    path: paths.askForPapers(number),
    render: (place: Place) =>
      renderAskPapers(place, { ...view(place), typed: { papers: [], note: '1, 2' }, error: 'papers-missing' }),
  },
] as const;
