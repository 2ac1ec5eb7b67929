import { toDate } from '#platform/dates';
import { dirhams } from '#platform/money';
import type { Place } from '../place.ts';
import { firstGuideLinks } from '../views/guide/search.ts';
import { appealExamples } from './appeals/appeals.examples.ts';
import { applyExamples } from './apply/apply.examples.ts';
import { blankFormExamples } from './blank-form/blank-form.examples.ts';
import { cardExamples } from './card/card.examples.ts';
import { complaintExamples } from './complaints/complaints.examples.ts';
import { counterExamples } from './counter/counter.examples.ts';
import { coverExamples } from './cover/cover.examples.ts';
import { renderFailure } from './failure.tsx';
import { familyExamples } from './family/family.examples.ts';
import {
  heldRequest,
  lateRequest,
  lateSteps,
  papersAwaited,
  readyCard,
  refusedRequest,
  renewalRefused,
  renewedSince,
  renewNow,
  rightsAskedByFew,
  rightsAskedByNobody,
  rightsAskedUnreadable,
} from './follow.examples.ts';
import { renderFollow } from './follow.tsx';
import { renderFollowFind } from './follow-find.tsx';
import { guideExamples } from './guide/guide.examples.ts';
import { type HomeView, renderHome } from './home.tsx';
import { renderLanguageChooser } from './language-chooser.tsx';
import { renderNotFound } from './not-found.tsx';
import { noticeExamples } from './notices/notices.examples.ts';
import { officeExamples } from './offices/offices.examples.ts';
import { papersExamples } from './papers/papers.examples.ts';
import { paymentExamples } from './payment.examples.ts';
import { renderPost } from './post.tsx';
import { renewExamples } from './renew/renew.examples.ts';
import { renderSampleFiles } from './sample-files.tsx';
import { refusedScore, urbanScore } from './score.examples.ts';
import { renderScore } from './score.tsx';
import { renderSignIn } from './sign-in.tsx';
import { trialExamples } from './trial/trial.examples.ts';
import { renderVerify, type VerifyAnswer } from './verify.tsx';

/** Every page in every state worth seeing, with invented people: for the gallery, the tests and the screenshots. */
export type PageExample = { readonly name: string; readonly path: string; readonly render: (place: Place) => string };

const today = toDate('2026-11-22');

const answers: readonly VerifyAnswer[] = [
  {
    ...{ verdict: 'valid', checkedOn: today, day: toDate('2029-03-11') },
    right: { state: 'open', since: toDate('2026-03-12'), until: toDate('2029-03-11') },
  },
  {
    ...{ verdict: 'receipt', checkedOn: today, day: toDate('2027-01-03') },
    right: { state: 'emergency-only', since: toDate('2026-11-03'), until: toDate('2027-01-03') },
  },
  { verdict: 'not-yet-valid', checkedOn: today, day: toDate('2026-12-01') },
  { verdict: 'expired', checkedOn: today, day: toDate('2026-03-11'), right: { state: 'expired', since: toDate('2026-03-12') } },
  { verdict: 'revoked', checkedOn: today, right: { state: 'unpaid', since: toDate('2026-10-01'), until: toDate('2028-09-30') } },
  { verdict: 'forged', checkedOn: today },
  { verdict: 'unreadable', checkedOn: today },
];

const homeOf = (place: Place): HomeView => ({
  guide: firstGuideLinks(place.reader.language),
  contribution: { perPerson: dirhams(120), cap: dirhams(600), example: { persons: 4, amount: dirhams(480) } },
  hasSamples: true,
});

const typed = { number: '2015 0412 7734', birth: { day: '31', month: '4', year: '1985' } };

export const pageExamples: readonly PageExample[] = [
  { name: 'language-chooser', path: '', render: () => renderLanguageChooser() },
  { name: 'home', path: '', render: (place) => renderHome(place, homeOf(place)) },
  {
    name: 'home-helpline',
    path: '',
    render: (place) => renderHome(place, { ...homeOf(place), helpline: '0800000000', hasSamples: false }),
  },
  { name: 'follow-find', path: '/follow', render: (place) => renderFollowFind(place, {}) },
  {
    name: 'follow-find-errors',
    path: '/follow',
    render: (place) => renderFollowFind(place, { typed, errors: ['number-wrong', 'birth-impossible'] }),
  },
  { name: 'follow-late', path: '/follow/201504127733', render: (place) => renderFollow(place, lateRequest) },
  { name: 'follow-papers-awaited', path: '/follow/201504127733', render: (place) => renderFollow(place, papersAwaited) },
  { name: 'follow-by-card', path: '/follow/by-card', render: (place) => renderFollow(place, lateSteps) },
  { name: 'follow-card-ready', path: '/follow/201504127733', render: (place) => renderFollow(place, readyCard(place)) },
  { name: 'follow-renewed', path: '/follow/201504127733', render: (place) => renderFollow(place, renewedSince(place)) },
  { name: 'follow-renew-now', path: '/follow/201504127733', render: (place) => renderFollow(place, renewNow(place)) },
  { name: 'follow-renewal-refused', path: '/follow/201504127733', render: (place) => renderFollow(place, renewalRefused) },
  { name: 'follow-rights-asked', path: '/follow/201504127733', render: (place) => renderFollow(place, rightsAskedByFew(place)) },
  { name: 'follow-rights-not-asked', path: '/follow/201504127733', render: (place) => renderFollow(place, rightsAskedByNobody) },
  {
    name: 'follow-rights-unreadable',
    path: '/follow/201504127733',
    render: (place) => renderFollow(place, rightsAskedUnreadable),
  },
  { name: 'follow-held', path: '/follow/201504127733', render: (place) => renderFollow(place, heldRequest) },
  { name: 'follow-refused', path: '/follow/201504127733', render: (place) => renderFollow(place, refusedRequest) },
  { name: 'score-refused', path: '/follow/201504127733/score', render: (place) => renderScore(place, refusedScore(place)) },
  { name: 'score-urban', path: '/follow/201504127733/score', render: (place) => renderScore(place, urbanScore) },
  ...trialExamples,
  ...papersExamples,
  ...paymentExamples,
  ...complaintExamples,
  ...appealExamples,
  ...cardExamples,
  ...noticeExamples,
  ...familyExamples,
  ...coverExamples,
  ...renewExamples,
  { name: 'verify', path: '/verify', render: (place) => renderVerify(place, {}) },
  { name: 'verify-error', path: '/verify', render: (place) => renderVerify(place, { error: 'code-missing' }) },
  ...answers.map((answer) => ({
    name: `verify-${answer.verdict}`,
    path: '/verify',
    render: (place: Place) => renderVerify(place, { answer }),
  })),
  { name: 'samples', path: '/samples', render: (place) => renderSampleFiles(place, { files: sampleFiles }) },
  { name: 'not-found', path: '', render: renderNotFound },
  { name: 'failure', path: '', render: (place) => renderFailure(place, { kind: 'ours', reference: '7F3A-22C1' }) },
  { name: 'failure-too-large', path: '', render: (place) => renderFailure(place, { kind: 'too-large' }) },
  { name: 'sign-in', path: '/sign-in', render: (place) => renderSignIn(place, {}) },
  {
    name: 'sign-in-locked',
    path: '/sign-in',
    render: (place) => renderSignIn(place, { typed: { identifier: 'AG-1042' }, errors: ['locked'], lockedMinutes: 15 }),
  },
  ...applyExamples,
  { name: 'post', path: '/post', render: (place) => renderPost(place, post) },
  { name: 'post-wrong-number', path: '/post', render: (place) => renderPost(place, { ...post, scan: wrongScan }) },
  ...counterExamples,
  ...guideExamples,
  ...blankFormExamples,
  ...officeExamples,
];

const sampleFiles = [
  { number: '201504127733', story: 'poor', birth: toDate('1985-03-31') },
  { number: '201504127816', story: 'vulnerable', birth: toDate('1979-11-02') },
  { number: '201504127902', story: 'held', birth: toDate('1991-07-19') },
] as const;

const wrongScan = { typed: '2026 0412 7734', error: 'unreadable' } as const;

const post = {
  appeals: [{ number: '202670000014', request: '201504127733', filedOn: toDate('2026-05-02'), isLate: true }],
  complaints: [
    {
      number: '202680000017',
      subject: 'card-not-delivered',
      state: 'received',
      answerBy: toDate('2026-11-10'),
      isLate: true,
      request: '201504127733',
    },
  ],
  agentName: 'Salma Ait Ouhra',
  role: 'counter-agent',
  territory: 'Azilal',
  opensFiles: true,
  counts: [
    { state: 'filed', count: 12, oldest: toDate('2026-11-03') },
    { state: 'incomplete', count: 4, oldest: toDate('2026-10-21') },
    { state: 'checking', count: 1287, oldest: toDate('2026-11-19') },
  ],
  files: [
    { number: '201504127733', applicant: 'Fatima Zahra Benali', state: 'filed', since: toDate('2026-11-03') },
    { number: '201504127816', applicant: 'محمد أوحدو', state: 'incomplete', since: toDate('2026-10-21') },
  ],
} as const;
