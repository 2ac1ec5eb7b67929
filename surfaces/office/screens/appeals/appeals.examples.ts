import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import { fileExample } from '../file/file.examples.ts';
import { roomExample } from '../sittings/sittings.examples.ts';
import type { Found } from './hearing.tsx';
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

const condition = (key: string, value: number, limit: number, met: boolean) => ({
  ...{ key, value, operator: key === 'income' ? '<' : '<=', limit, unit: 'points', met },
});
const seen = (version: number, patrimony: number, differences: number) => ({
  ...{ version, outcome: patrimony > 70 ? 'not_eligible' : 'vulnerable', formula: 'ramed-2008 1' },
  conditions: [
    condition('income', 4_800, 5_650, true),
    condition('patrimony', patrimony, 70, patrimony <= 70),
    condition('living_conditions', 9.25, 11, true),
  ],
  checks: [
    { partner: 'dgsn', state: 'answered', answeredAt: '2026-03-02T10:00:00Z', differences },
    { partner: 'cnss', state: 'answered', answeredAt: '2026-03-02T10:00:00Z', differences: 0 },
  ],
});

function full(language: string, state: FullAppeal['appeal']['state']): FullAppeal {
  const isArabic = language === 'ar';
  return {
    appeal: {
      ...{ id, number: queued.number, application, territory: queued.territory, state, since: '2026-10-30T10:00:00Z' },
      ...{ filedAt: '2026-10-30T10:00:00Z', channel: 'portal', lastDay: '2026-11-12', isLate: false, answerBy: '2026-11-29' },
      ...{ criteria: ['patrimony'], phone: null, reason: null, outcome: null, decidedOn: null, toldOn: null },
      words: isArabic ? 'بعنا المنزل الثاني في مارس.' : 'La seconde maison est vendue depuis mars.',
    },
    ...{ request: queued.request, names, daysLeft: 1, clock: 'normal', isFirstHand: false, fileDigest: 'a'.repeat(64) },
    first: {
      ...{ outcome: 'refused', reason: 'as-scored', remark: null, againstScore: false, heldOn: '2026-10-12' },
      opinions: [
        { institution: 'interior', outcome: 'refused' },
        {
          institution: 'health',
          outcome: 'vulnerable',
          words: isArabic ? 'مرض مزمن في الأسرة.' : 'Maladie chronique dans la famille.',
        },
      ],
      ...{ sitting: '202690000048', minutesDigest: 'b'.repeat(64) },
    },
    before: seen(1, 82, 1),
    now: seen(2, 64, 0),
    changed: [
      { place: 'members[0].birth_date', before: '1983-03-12', now: '1984-03-12' },
      { place: 'dwelling.running_water', before: true, now: false },
    ],
    ...(state === 'scheduled' ? { hearing: { sitting, number: '202690000052', state: 'open', heldOn: '2026-11-28' } } : {}),
  };
}

const counted = (group: string) => ({
  ...{ group, ruled: 12, upheld: 7, reformed: 4, sentBack: 1, share: 0.4167, low: 0.1933, high: 0.6805 },
});

const page = { path: '/appeals/queue', as: 'appeals-secretary', waitFor: 'tbody th' } as const;
const one = { ...page, path: `/appeals/queue/${id}` } as const;
const oneFull =
  (state: FullAppeal['appeal']['state'], more: Partial<FullAppeal> = {}) =>
  (language: string) => ({
    ...fileExample.answers(language as 'fr'),
    'commissions.appeal-in-full': { found: { ...full(language, state), ...more } },
  });

const ruling = (language: string): NonNullable<FullAppeal['ruling']> => ({
  ...{ id: sitting, outcome: 'reformed', category: 'vulnerable', asks: null, heldOn: '2026-11-28', sitting: '202690000052' },
  findings: [{ criterion: 'patrimony', finding: 'shown-by-paper' }],
  words: language === 'ar' ? 'عقد البيع يثبت ذلك.' : 'L’acte de vente le montre.',
});

const member = (place: number, institution: string, nameFr: string, nameAr: string) => ({
  ...{ id: `${id.slice(0, -2)}d${place}`, institution, nameFr, nameAr, isHere: place < 4 },
});
const members = [
  member(1, 'interior', 'Rachid Benkirane', 'رشيد بنكيران'),
  member(2, 'health', 'Nadia Ouazzani', 'نادية الوزاني'),
  member(3, 'finance', 'Hassan Bouzid', 'حسن بوزيد'),
  member(4, 'entraide_nationale', 'Latifa Amrani', 'لطيفة العمراني'),
];

function hearingIn(state: string, language: string, isAllRuled = false): { 'commissions.hearing': { hearing: Found } } {
  const isOpen = state === 'open';
  const heard = {
    ...{ appeal: id, position: 1, number: queued.number, application, request: queued.request, names },
    ...{
      territory: queued.territory,
      criteria: ['patrimony' as const],
      answerBy: '2026-11-29',
      daysLeft: 1,
      clock: 'normal' as const,
    },
    ...{ recused: [], hasQuorum: true, isFirstHand: false },
  };
  const other = {
    ...heard,
    appeal: `${id.slice(0, -1)}2`,
    position: 2,
    number: '202670000022',
    daysLeft: -31,
    clock: 'late' as const,
  };
  return {
    'commissions.hearing': {
      hearing: {
        sitting: { id: sitting, number: '202690000052', state, territory: '05.081', heldOn: '2026-11-28' },
        quorum: { needed: 3, present: isOpen ? 3 : 0, reached: isOpen, absent: [] },
        members: members.map((one) => ({ ...one, isHere: isOpen && one.isHere })),
        appeals:
          state === 'convened'
            ? []
            : [
                { ...heard, ...(isOpen ? { ruling: ruling(language) } : {}) },
                {
                  ...other,
                  ...(isAllRuled ? { ruling: ruling(language) } : {}),
                  hasQuorum: !isOpen,
                  recused: isOpen ? [{ nameFr: 'Nadia Ouazzani', nameAr: 'نادية الوزاني' }] : [],
                },
              ],
        decided: isAllRuled ? 2 : isOpen ? 1 : 0,
      },
    },
  };
}

const calendar: QuestionOutput<'commissions.sittings-calendar'> = {
  ...{ perMonth: 0, capacity: 100, commissions: [] },
  sittings: [
    {
      ...{ id: sitting, number: '202690000052', kind: 'cpp', territory: '05.081', heldOn: '2026-11-28', state: 'open', files: 2 },
      ...{ decided: 1, signatures: 0, neededSignatures: 5, youSigned: false },
    } as never,
  ],
};

const waiting: Queued = {
  ...queued,
  ...{ id: `${id.slice(0, -1)}2`, number: '202670000022', daysLeft: -31, clock: 'late', state: 'admitted' },
};

/** At the counter: a file that was refused, and the appeal of its family. */
const counter = { path: `/file/${fileExample.id}`, as: 'counter-agent', waitFor: 'main .buttons' } as const;
const refusedFile = (language: string, appeal?: FullAppeal['appeal']) => {
  const answers = fileExample.answers(language as 'fr');
  const { file } = answers['applications.one-file'];
  const closed = { state: 'closed', proposal: 'not_eligible', outcome: 'refused', closed_for: 'refused', steps: [] } as const;
  return {
    ...answers,
    'applications.one-file': { file: { ...file, ...closed, steps: [] } },
    'commissions.appeal-of-file': appeal === undefined ? {} : { appeal },
  };
};

const hearings = {
  ...page,
  path: '/appeals/sittings',
  waitFor: 'main li a',
  answers: () => ({ 'commissions.sittings-calendar': calendar }),
};

export const examples: readonly Example[] = [
  {
    name: 'appeals-queue',
    ...page,
    answers: () => ({
      'commissions.appeals-queue': {
        appeals: [
          waiting,
          { ...queued, id: `${id.slice(0, -1)}3`, number: '202670000030', daysLeft: -16, clock: 'warning' },
          queued,
        ],
      },
    }),
  },
  { name: 'appeals-queue-empty', ...page, waitFor: '.empty', answers: () => ({ 'commissions.appeals-queue': { appeals: [] } }) },
  { name: 'appeals-queue-loading', ...page, waitFor: 'h1', answers: () => ({ 'commissions.appeals-queue': 'loading' }) },
  { name: 'appeals-queue-failed', ...page, waitFor: 'h1', answers: () => ({ 'commissions.appeals-queue': 'no-network' }) },
  { name: 'appeals-queue-kept', ...page, answers: () => ({ 'commissions.appeals-queue': { kept: { appeals: [queued] } } }) },
  { name: 'appeal-filed', ...one, answers: oneFull('filed') },
  { name: 'appeal-admitting', ...one, answers: oneFull('filed'), press: ['a'] },
  { name: 'appeal-first-hand', ...one, answers: oneFull('filed', { isFirstHand: true }) },
  {
    name: 'appeal-adjourned',
    ...one,
    answers: (language) => {
      const { appeal } = full(language, 'admitted');
      const asks = language === 'ar' ? 'عقد بيع المنزل.' : 'L’acte de vente de la maison.';
      return oneFull('admitted', { appeal: { ...appeal, asked: { asks, words: asks, heldOn: '2026-11-10' } } })(language);
    },
  },
  { name: 'appeal-correcting', ...one, answers: oneFull('admitted'), press: ['c'] },
  { name: 'appeal-to-rule', ...one, answers: oneFull('scheduled') },
  { name: 'appeal-reforming', ...one, answers: oneFull('scheduled'), press: ['f'] },
  { name: 'appeal-sending-back', ...one, answers: oneFull('scheduled'), press: ['w'] },
  {
    name: 'appeal-out-of-it',
    ...one,
    answers: (language) => ({ ...oneFull('scheduled')(language), ...hearingIn('open', language) }),
    press: ['k'],
  },
  { name: 'appeal-ruled', ...one, answers: (language) => oneFull('scheduled', { ruling: ruling(language) })(language) },
  { name: 'appeals-hearings', ...hearings },
  { name: 'appeals-calling', ...hearings, press: ['n'] },
  {
    name: 'appeals-hearing-called',
    ...page,
    path: `/appeals/sittings/${sitting}`,
    waitFor: 'fieldset label',
    answers: (language) => ({ ...hearingIn('convened', language), 'commissions.appeals-queue': { appeals: [waiting] } }),
  },
  {
    name: 'appeals-hearing-opening',
    ...page,
    path: `/appeals/sittings/${sitting}`,
    answers: (language) => hearingIn('agenda_frozen', language),
  },
  {
    name: 'appeals-hearing',
    ...page,
    path: `/appeals/sittings/${sitting}`,
    answers: (language) => hearingIn('open', language),
    click: 'summary',
  },
  {
    name: 'appeals-hearing-sealing',
    ...page,
    path: `/appeals/sittings/${sitting}`,
    answers: (language) => hearingIn('open', language, true),
    press: ['Control+Enter'],
  },
  {
    name: 'appeals-hearing-sealed',
    ...page,
    path: `/appeals/sittings/${sitting}`,
    waitFor: '.digest',
    answers: (language) => ({
      ...hearingIn('sealed', language),
      'commissions.sitting-in-full': roomExample(language, 'sealed'),
    }),
  },
  { name: 'appeal-at-counter', ...counter, answers: (language) => refusedFile(language) },
  {
    name: 'appeal-taking',
    ...counter,
    answers: (language) => refusedFile(language),
    click: 'main .buttons > button:last-of-type',
  },
  {
    name: 'appeal-answered',
    ...counter,
    answers: (language) => refusedFile(language, { ...full(language, 'upheld').appeal, outcome: 'upheld' }),
  },
  {
    name: 'appeal-receipt',
    ...counter,
    path: `/print/appeal/${fileExample.id}`,
    answers: (language) => refusedFile(language, full(language, 'filed').appeal),
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
            answer: ruling(language),
          },
        ],
      },
    }),
  },
];
