import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import { held } from '../cover-lists/cover-lists.examples.ts';
import { calendarExample, toSign } from '../sittings/sittings.examples.ts';
import type { QueuedFile, Work } from './queue-input.ts';

const people = {
  fr: [
    ['Hassan', 'Oubella'],
    ['Fatima', 'Aït Ouali'],
    ['Rkia', 'Amhaouch'],
    ['Mohamed', 'Ben Haddou'],
    ['Khadija', 'Demnati'],
  ],
  ar: [
    ['حسن', 'أوبلا'],
    ['فاطمة', 'آيت والي'],
    ['رقية', 'أمهاوش'],
    ['محمد', 'بن حدو'],
    ['خديجة', 'الدمناتي'],
  ],
} as const;

type Step = Pick<QueuedFile, 'why' | 'papers' | 'days' | 'standing'> & { readonly partners?: QueuedFile['partners'] };

/** An invented queue in the script of the reader. */
function files(language: Language, state: QueuedFile['state'], steps: readonly Step[]): QueuedFile[] {
  const script = language === 'ar' ? 'ar' : 'fr';
  return steps.map((step, at) => {
    const [given, family] = people[script][at % people[script].length] ?? ['', ''];
    return {
      ...{ id: `0192f000-0000-7000-8000-00000000000${at}`, number: `2026000001${at}${at}`, kind: 'new', state },
      ...{ since: '2026-11-12T09:00:00Z', territory: '05.081.01.03', filedOn: '2026-11-12', birthDate: '1980-02-03' },
      ...{ names: { [script]: { given, family } }, partners: [], ...step },
    };
  });
}

const filed: readonly Step[] = [
  { why: 'filed-by-family', papers: [], days: 21, standing: 'late' },
  { why: 'complete', papers: [], days: 12, standing: 'warning' },
  { why: 'filed-by-counter', papers: [], days: 3, standing: 'on-time' },
  { why: 'filed-by-counter', papers: [], days: 0, standing: 'on-time' },
];
const incomplete: readonly Step[] = [
  { why: 'ask-for-papers', papers: ['applicant-photos', 'school-certificate'], days: 9, standing: 'on-time' },
  { why: 'ask-the-citizen', papers: [], days: 2, standing: 'on-time' },
];

const checking: readonly Step[] = [
  {
    why: 'accept-papers',
    papers: [],
    partners: [{ partner: 'cnops', silentSince: '2026-11-18T09:00:00Z' }],
    days: 9,
    standing: 'on-time',
  },
  { why: 'settle-difference', papers: [], days: 1, standing: 'on-time' },
];

function work(language: Language, { queue, steps }: { queue: QueuedFile['state']; steps: readonly Step[] }): Work {
  const count = (state: QueuedFile['state'], whose: 'mine' | 'others', many: number, late: number) => ({
    ...{ state, whose, files: many, late, oldest: many > 0 ? '2026-11-07T09:00:00Z' : null },
  });
  return {
    queues: [
      count('filed', 'mine', queue === 'filed' ? steps.length : 230, 1),
      count('incomplete', 'others', 2, 0),
      count('checking', 'others', 1_204, 17),
      count('discordant', 'others', 3, 0),
      count('scored', 'others', 0, 0),
    ],
    queue,
    files: files(language, queue, steps),
  };
}

const counter = { as: 'counter-agent', path: '/my-work' } as const;
const withAnswer = (answer: (language: Language) => Work) => (language: Language) => ({
  'applications.my-work': answer(language),
});

const waitingAppeal: QuestionOutput<'commissions.appeals-queue'>['appeals'][number] = {
  ...{ id: '0192f0c1-7c1e-7000-8000-0000000000a', number: '202670000014', application: '0192f0c1-7c1e-7000-8000-0000000000b1' },
  ...{ request: '202650000017', names: {}, territory: '05.081', state: 'filed', criteria: ['patrimony'], filedOn: '2026-11-02' },
  ...{ isLate: false, answerBy: '2026-12-02', daysLeft: 4, clock: 'normal' },
};

export const examples: readonly Example[] = [
  { name: 'work', ...counter, answers: withAnswer((language) => work(language, { queue: 'filed', steps: filed })) },
  {
    name: 'work-second-row',
    ...counter,
    answers: withAnswer((language) => work(language, { queue: 'filed', steps: filed })),
    press: ['j', 'j'],
  },
  {
    name: 'work-incomplete',
    ...counter,
    path: '/my-work/incomplete',
    answers: withAnswer((language) => work(language, { queue: 'incomplete', steps: incomplete })),
  },
  {
    name: 'work-checking',
    ...counter,
    path: '/my-work/checking',
    answers: withAnswer((language) => work(language, { queue: 'checking', steps: checking })),
  },
  { name: 'work-empty', ...counter, answers: withAnswer((language) => work(language, { queue: 'filed', steps: [] })) },
  {
    name: 'work-no-queue',
    as: 'administrator',
    path: '/my-work',
    answers: () => ({ 'applications.my-work': { queues: [], files: [] } }),
  },
  {
    name: 'work-to-sign',
    as: 'commission-member',
    path: '/my-work',
    answers: () => ({
      'applications.my-work': { queues: [], files: [] },
      'commissions.sittings-calendar': calendarExample(toSign),
    }),
  },
  {
    name: 'work-elsewhere',
    as: 'appeals-secretary',
    path: '/my-work',
    waitFor: 'main li a',
    answers: () => ({
      'applications.my-work': { queues: [], files: [] },
      'commissions.appeals-queue': { appeals: [waitingAppeal, { ...waitingAppeal, id: `${waitingAppeal.id}2`, clock: 'late' }] },
    }),
  },
  {
    name: 'work-lists-held',
    as: 'registration-officer',
    path: '/my-work',
    waitFor: 'main li a',
    answers: () => ({
      'applications.my-work': { queues: [], files: [] },
      'coverage.recent-lists': { lists: [held], more: false, largestShareEnded: 0.05 },
    }),
  },
  { name: 'work-loading', ...counter, answers: () => ({ 'applications.my-work': 'loading' }) },
  { name: 'work-failed', ...counter, answers: () => ({ 'applications.my-work': 'no-network' }) },
  {
    name: 'work-kept',
    ...counter,
    answers: (language) => ({ 'applications.my-work': { kept: work(language, { queue: 'filed', steps: filed }) } }),
  },
];
