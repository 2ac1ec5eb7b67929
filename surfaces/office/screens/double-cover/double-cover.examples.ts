import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';

type Cases = QuestionOutput<'coverage.cover-cases'>;
type One = NonNullable<QuestionOutput<'coverage.one-cover-case'>['case']>;
type Figures = QuestionOutput<'coverage.double-cover-figures'>;
type Sweep = QuestionOutput<'coverage.register-sweep'>;

const [first, second] = ['0192f000-0000-7000-8000-0000000000c1', '0192f000-0000-7000-8000-0000000000c2'] as const;
const application = '0192f000-0000-7000-8000-0000000000d1';

/** Invented persons in the script of the reader. */
function names(language: Language, given: readonly [string, string], family: readonly [string, string]) {
  return language === 'ar' ? { ar: { given: given[1], family: family[1] } } : { fr: { given: given[0], family: family[0] } };
}
const imane = (language: Language) => names(language, ['Imane', 'إيمان'], ['Azeroual', 'أزروال']);
const said = (language: Language) => (language === 'ar' ? 'غادر الجامعة في يونيو.' : 'Elle a quitté l’université en juin.');

const plain = {
  ...{ id: first, application, person: '0192f000-0000-7000-8000-0000000000e1', scheme: 'students' },
  ...{ from: '2025-09-01', to: null, family: 5, foundBy: 'list', basis: 'card' as const, state: 'suspected' as const },
  ...{ openedAt: '2026-11-20T09:00:00Z', since: '2026-11-20T09:00:00Z', answerUntil: null, answer: null, contestUntil: null },
  ...{ stands: null, standsFrom: null, waits: false, territory: '05.081.01.03' },
};

function listed(language: Language): Cases {
  const other = {
    ...plain,
    id: second,
    scheme: 'cnss',
    basis: 'names' as const,
    foundBy: 'registration',
    waits: true,
    since: '2026-11-24T09:00:00Z',
  };
  return {
    cases: [
      { ...plain, names: imane(language) },
      { ...other, names: names(language, ['Saïd', 'سعيد'], ['Ouhamou', 'أوحمو']) },
    ],
    more: true,
    counts: [{ state: 'suspected', cases: 2 }],
  };
}

function oneCase(language: Language, more: Partial<One> = {}): One {
  const evidence: One['evidence'] = [
    {
      ...{ organism: 'um5-rabat', heldAs: 'insured', from: '2025-09-01', to: null, basis: 'card', likeness: null },
      ...{ fields: { card: 'same', birth: 'same' }, list: second, listReference: 'L-2026-11', standsOn: '2026-11-15' },
      ...{ envelope: null, member: 'S-4711', knownAt: '2026-11-20T09:00:00Z', learntAt: '2026-11-20T09:00:00Z' },
    },
    {
      ...{ organism: 'insurers', heldAs: 'insured', from: '2025-09-01', to: '2026-06-30', basis: 'names', likeness: 0.874 },
      ...{
        fields: { card: 'theirs', given: 'sound', family: 'same', birth: 'same' },
        list: null,
        listReference: null,
        standsOn: null,
      },
      ...{ envelope: first, member: null, knownAt: '2026-11-21T09:00:00Z', learntAt: '2026-11-21T09:00:00Z' },
    },
  ];
  return {
    ...plain,
    who: {
      person: plain.person,
      names: imane(language),
      sex: 'F',
      birthDate: '2003-04-11',
      cnie: 'IC123456',
      territory: plain.territory,
    },
    ...{ evidence, steps: [], others: [{ ...plain, id: second, scheme: 'cnss' }] },
    ...{ ramed: [{ from: '2025-01-10', to: '2028-01-09' }], other: [{ from: '2025-09-01', to: null }] },
    shared: [{ from: '2025-09-01', to: '2026-11-27', days: 453 }],
    ...more,
  };
}

const paid: QuestionOutput<'entitlements.paid-while-covered'> = {
  ...{ registration: '251000000017', category: 'vulnerable' },
  family: [
    {
      year: 1,
      persons: 5,
      amountCentimes: 60_000,
      from: '2025-01-10',
      to: '2026-01-09',
      days: 131,
      ofDays: 365,
      shareCentimes: 4_306,
    },
  ],
};

const figures: Figures = {
  controls: { asked: 12_400, clear: 11_870, waiting: 12, overlap: 518 },
  found: [
    { foundBy: 'registration', scheme: 'cnss', state: 'settled', cases: 402 },
    { foundBy: 'list', scheme: 'students', state: 'to_review', cases: 31 },
  ],
  avoided: [
    { month: '2026-09', scheme: 'cnss', foundBy: 'registration', families: 210, persons: 588 },
    { month: '2026-10', scheme: 'cnops', foundBy: 'sweep', families: 44, persons: 131 },
    { month: '2026-10', scheme: 'students', foundBy: 'list', families: 19, persons: 60 },
  ],
};
const swept: Sweep = { last: { endedAt: '2026-11-27T02:10:00Z', cards: 5_400_000, compared: 81_000, cases: 240 } };
/** The first one ever: what is under way stands alone. */
const sweeping: Sweep = { underWay: { beganAt: '2026-11-27T09:12:00Z', cards: 310_000, compared: 0, cases: 12 } };
const standing: Sweep = { underWay: { ...sweeping.underWay, stillSince: '2026-11-27T09:20:00Z' } as Sweep['underWay'] };

function answers(language: Language, more: Partial<One> = {}) {
  return {
    'coverage.cover-cases': listed(language),
    'coverage.one-cover-case': { case: oneCase(language, more) },
    'documents.papers-on-file': { pages: [], promised: [] },
    'entitlements.paid-while-covered': paid,
    'coverage.double-cover-figures': figures,
    'coverage.register-sweep': swept,
  };
}

const step = { hand: 'agent:1', at: '2026-11-21T10:00:00Z', reason: null, words: null, day: null };
const asked = { state: 'to_review' as const, answerUntil: '2026-12-06', steps: [{ ...step, passage: 'examine' }] };
const contested = (language: Language): Partial<One> => ({
  ...{ state: 'contested', answer: 'contests', answerUntil: '2026-12-06' },
  steps: [
    { ...step, passage: 'examine' },
    { ...step, passage: 'confirm', at: '2026-11-22T10:00:00Z', reason: 'insurer-confirmed' },
    { ...step, passage: 'contest', at: '2026-11-24T10:00:00Z', reason: 'contests', words: said(language) },
  ],
});
const settled = {
  ...{ state: 'settled' as const, stands: 'other' as const, standsFrom: '2026-11-27' },
  steps: [{ ...step, passage: 'settle', reason: 'not-contested' }],
};
const page = { path: '/double-cover/suspected', as: 'registration-officer' } as const;
const poor: QuestionOutput<'entitlements.paid-while-covered'> = {
  category: 'poor',
  family: [],
  commune: { days: 453, shareCentimes: 4_964 },
};
const nothing = { controls: { asked: 0, clear: 0, waiting: 0, overlap: 0 }, found: [], avoided: [] };

export const examples: readonly Example[] = [
  { name: 'double-cover', ...page, answers },
  { name: 'double-cover-examine', ...page, answers, press: ['e'] },
  { name: 'double-cover-dismiss', ...page, answers, press: ['n', '2'] },
  { name: 'double-cover-asked', ...page, path: '/double-cover/to_review', answers: (language) => answers(language, asked) },
  {
    ...{ name: 'double-cover-confirm', ...page, path: '/double-cover/to_review', press: ['c', '2'] },
    answers: (language) => answers(language, asked),
  },
  {
    ...{ name: 'double-cover-contested', ...page, path: '/double-cover/contested' },
    answers: (language) => ({ ...answers(language, contested(language)), 'entitlements.paid-while-covered': poor }),
  },
  {
    ...{ name: 'double-cover-settle', ...page, path: '/double-cover/contested', press: ['w', '2', 'Enter'] },
    answers: (language) => answers(language, contested(language)),
  },
  {
    ...{ name: 'double-cover-settle-unchosen', ...page, path: '/double-cover/contested', press: ['w', 'Enter'] },
    answers: (language) => answers(language, contested(language)),
  },
  { name: 'double-cover-ended', ...page, path: '/double-cover/ended', answers: (language) => answers(language, settled) },
  {
    ...{ name: 'double-cover-undo', ...page, path: '/double-cover/ended', press: ['z'] },
    answers: (language) => answers(language, settled),
  },
  { name: 'double-cover-figures', ...page, path: '/double-cover/figures', answers },
  {
    ...{ name: 'double-cover-sweeping', ...page, path: '/double-cover/figures' },
    answers: (language) => ({ ...answers(language), 'coverage.register-sweep': sweeping }),
  },
  {
    ...{ name: 'double-cover-standing-still', ...page, path: '/double-cover/figures' },
    answers: (language) => ({ ...answers(language), 'coverage.register-sweep': standing }),
  },
  {
    name: 'double-cover-audit',
    path: '/double-cover',
    as: 'auditor',
    answers: () => ({ 'coverage.double-cover-figures': nothing, 'coverage.register-sweep': {} }),
  },
  { name: 'double-cover-nothing', ...page, answers: () => ({ 'coverage.cover-cases': { cases: [], more: false, counts: [] } }) },
  { name: 'double-cover-gone', ...page, answers: (language) => ({ ...answers(language), 'coverage.one-cover-case': {} }) },
  { name: 'double-cover-loading', ...page, answers: () => ({ 'coverage.cover-cases': 'loading' }) },
  { name: 'double-cover-no-network', ...page, answers: () => ({ 'coverage.cover-cases': 'no-network' }) },
];
