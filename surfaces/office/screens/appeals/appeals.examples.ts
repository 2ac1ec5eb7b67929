import type { Example } from '../../testing/example.ts';
import type { FullAppeal } from './one-appeal.tsx';
import type { Queued } from './queue.tsx';

const id = '019a9c3e-7d1c-7000-8000-0000000000a1';
const sitting = '019a9c3e-7d1c-7000-8000-0000000000b1';
const application = '019a9c3e-7d1c-7000-8000-0000000000c1';
const names = { fr: { given: 'Khalid', family: 'Soussi' }, ar: { given: 'خالد', family: 'السوسي' } };

const queued: Queued = {
  ...{ id, number: '202670000014', application, request: '201504127733', names, territory: '05.081.01.03' },
  ...{ state: 'filed', criteria: ['patrimony', 'other'], filedOn: '2026-10-30', isLate: false },
  ...{ answerBy: '2026-11-29', daysLeft: 1, clock: 'normal', first: 'refused' },
};

const condition = (value: number, met: boolean) => ({
  ...{ key: 'living_conditions', value, operator: 'at_most', limit: 11, unit: 'points', met },
});
const seen = (version: number, value: number, met: boolean) => ({
  ...{ version, outcome: met ? 'vulnerable' : 'not_eligible', formula: 'ramed-2008 1', conditions: [condition(value, met)] },
  checks: [{ partner: 'dgsn', state: 'answered', answeredAt: '2026-03-02T10:00:00Z', differences: 0 }],
});

function full(language: string, state: FullAppeal['appeal']['state']): FullAppeal {
  const isArabic = language === 'ar';
  return {
    appeal: {
      ...{ id, number: queued.number, application, territory: queued.territory, state, since: '2026-10-30T10:00:00Z' },
      ...{ filedAt: '2026-10-30T10:00:00Z', channel: 'portal', lastDay: '2026-11-12', isLate: false, answerBy: '2026-11-29' },
      ...{ criteria: ['living-conditions'], phone: null, reason: null, outcome: null, decidedOn: null, toldOn: null },
      words: isArabic ? 'بعنا المنزل الثاني في مارس.' : 'La seconde maison est vendue depuis mars.',
    },
    ...{ request: queued.request, names, daysLeft: 1, clock: 'normal', isFirstHand: false, fileDigest: 'a'.repeat(64) },
    first: {
      ...{ outcome: 'refused', reason: 'as-scored', remark: null, againstScore: false, opinions: [], heldOn: '2026-10-12' },
      ...{ sitting: '202690000048', minutesDigest: 'b'.repeat(64) },
    },
    before: seen(1, 13.5, false),
    now: seen(2, 9.25, true),
    changed: [{ place: 'assets.second_home', before: true, now: false }],
    ...(state === 'scheduled' ? { hearing: { sitting, number: '202690000052', state: 'open', heldOn: '2026-11-28' } } : {}),
  };
}

const counted = (group: string) => ({
  ...{ group, ruled: 12, upheld: 7, reformed: 4, sentBack: 1, share: 0.4167, low: 0.1933, high: 0.6805 },
});

const page = { path: '/appeals/queue', as: 'appeals-secretary' } as const;
const one = { ...page, path: `/appeals/queue/${id}` } as const;

export const examples: readonly Example[] = [
  {
    name: 'appeals-queue',
    ...page,
    answers: () => ({
      'commissions.appeals-queue': {
        appeals: [
          { ...queued, id: `${id.slice(0, -1)}2`, number: '202670000022', daysLeft: -31, clock: 'late', state: 'admitted' },
          { ...queued, id: `${id.slice(0, -1)}3`, number: '202670000030', daysLeft: -16, clock: 'warning' },
          queued,
        ],
      },
    }),
    waitFor: 'tbody th',
  },
  { name: 'appeals-queue-empty', ...page, answers: () => ({ 'commissions.appeals-queue': { appeals: [] } }) },
  { name: 'appeals-queue-loading', ...page, answers: () => ({ 'commissions.appeals-queue': 'loading' }) },
  { name: 'appeals-queue-failed', ...page, answers: () => ({ 'commissions.appeals-queue': 'no-network' }) },
  { name: 'appeals-queue-kept', ...page, answers: () => ({ 'commissions.appeals-queue': { kept: { appeals: [queued] } } }) },
  {
    name: 'appeal-filed',
    ...one,
    answers: (language) => ({ 'commissions.appeal-in-full': { found: full(language, 'filed') } }),
    waitFor: 'tbody th',
  },
  {
    name: 'appeal-first-hand',
    ...one,
    answers: (language) => ({ 'commissions.appeal-in-full': { found: { ...full(language, 'filed'), isFirstHand: true } } }),
    waitFor: 'tbody th',
  },
  {
    name: 'appeal-to-rule',
    ...one,
    answers: (language) => ({ 'commissions.appeal-in-full': { found: full(language, 'scheduled') } }),
    waitFor: 'tbody th',
  },
  {
    name: 'appeal-reforming',
    ...one,
    answers: (language) => ({ 'commissions.appeal-in-full': { found: full(language, 'scheduled') } }),
    waitFor: 'tbody th',
    press: ['f'],
  },
  {
    name: 'appeals-hearing',
    ...page,
    path: `/appeals/sittings/${sitting}`,
    answers: () => ({
      'commissions.hearing': {
        hearing: {
          sitting: { id: sitting, number: '202690000052', state: 'open', territory: '05.081', heldOn: '2026-11-28' },
          quorum: { needed: 3, present: 5, reached: true, absent: [] },
          appeals: [
            {
              ...{ appeal: id, position: 1, number: queued.number, application, request: queued.request, names },
              ...{ territory: queued.territory, criteria: ['patrimony'], answerBy: '2026-11-29', daysLeft: 1, clock: 'normal' },
              recused: [{ nameFr: 'Nadia Ouazzani', nameAr: 'نادية الوزاني' }],
              ...{ hasQuorum: true, isFirstHand: false },
            },
          ],
          decided: 0,
        },
      },
    }),
    waitFor: 'ol li',
  },
  {
    name: 'appeals-lessons',
    ...page,
    path: '/appeals/lessons',
    as: 'commission-secretary',
    answers: (language) => ({
      'commissions.appeal-statistics': {
        ...{ filed: 12, lateAnswers: 2, days: 30, all: counted('all'), criteria: [counted('patrimony')] },
        ...{ findings: [counted('shown-by-paper')], commissions: [counted('05.081.01.03')], milieux: [counted('urban')] },
      },
      'commissions.appeal-lessons': {
        lessons: [
          {
            ...{ appeal: id, number: queued.number, application, request: queued.request, territory: queued.territory },
            criteria: ['patrimony'],
            first: { outcome: 'refused', reason: 'as-scored', sitting: '202690000048', heldOn: '2026-10-12' },
            answer: {
              ...{ outcome: 'reformed', category: 'vulnerable', asks: null, heldOn: '2026-11-28', sitting: '202690000052' },
              findings: [{ criterion: 'patrimony', finding: 'shown-by-paper' }],
              words: language === 'ar' ? 'عقد البيع يثبت ذلك.' : 'L’acte de vente le montre.',
            },
          },
        ],
      },
    }),
    waitFor: 'tbody th',
  },
];
