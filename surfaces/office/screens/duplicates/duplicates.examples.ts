import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';

type Listed = QuestionOutput<'registry.duplicates'>;
type One = QuestionOutput<'registry.one-duplicate'>;
type Search = QuestionOutput<'registry.duplicate-search'>;

const [first, second] = ['0192f000-0000-7000-8000-0000000000a1', '0192f000-0000-7000-8000-0000000000a2'];

/** Invented persons in the script of the reader. */
function names(language: Language, given: readonly [string, string], family: readonly [string, string]) {
  return language === 'ar' ? { ar: { given: given[1], family: family[1] } } : { fr: { given: given[0], family: family[0] } };
}

function persons(language: Language) {
  const own = { sex: 'F' as const, territory: '05.081.01.03' };
  const one = {
    ...{ ...own, person: '0192f000-0000-7000-8000-000000000001', birthDate: '1984-05-02', cnie: 'IC123456' },
    names: names(language, ['Fatima Zahra', 'فاطمة الزهراء'], ['Benhaddou', 'بنحدو']),
  };
  const other = {
    ...{ ...own, person: '0192f000-0000-7000-8000-000000000002', birthDate: '1984-02-05', territory: '05.081.03.07' },
    names: names(language, ['Fatima Ezzahra', 'فاطمة الزهراء'], ['Ben Hadou', 'بن حدو']),
  };
  return { one, other };
}

function listed(language: Language): Listed {
  const { one, other } = persons(language);
  const pair = { one, other, contradicted: false, state: 'open' as const };
  return {
    counts: { certain: 31, review: 12, same: 204, different: 57 },
    pairs: [
      { ...pair, id: first ?? '', probability: 0.9994, band: 'certain' },
      { ...pair, id: second ?? '', probability: 0.61, band: 'review', contradicted: true },
    ],
    more: true,
  };
}

function onePair(language: Language, more: Partial<NonNullable<One['pair']>> = {}): One {
  const { one, other } = persons(language);
  const member = (person: string, given: readonly [string, string], birthDate: string) => ({
    ...{ person, relation: 'child', sex: 'M' as const, birthDate },
    names: names(language, given, ['Benhaddou', 'بنحدو']),
  });
  const household = (request: string) => ({
    ...{ request, statedOn: '2022-10-03' },
    members: [member(`${request}1`, ['Mohamed', 'محمد'], '2010-03-01'), member(`${request}2`, ['Ilyas', 'إلياس'], '2014-09-12')],
  });
  return {
    pair: {
      ...{ id: first ?? '', probability: 0.9994, bits: 10.7, band: 'certain', contradicted: false, state: 'open' },
      one: { ...one, households: [household('0192f000-0000-7000-8000-0000000000b')] },
      other: { ...other, households: [household('0192f000-0000-7000-8000-0000000000c')] },
      fields: [
        { field: 'given', level: 'sound', bits: 6.1, isRare: false },
        { field: 'family', level: 'sound', bits: 9.2, isRare: true },
        { field: 'birth', level: 'swapped', bits: 11.4, isRare: false },
        { field: 'sex', level: 'same', bits: 0.9, isRare: false },
        { field: 'place', level: 'province', bits: -2.2, isRare: false },
        { field: 'kin', level: 'several', bits: 12.3, isRare: false },
        { field: 'card', level: 'missing', bits: 0, isRare: false },
      ],
      beside: [{ pair: second ?? '', person: other, probability: 0.61, state: 'open' }],
      decisions: [],
      ...more,
    },
  };
}

type Two = QuestionOutput<'entitlements.two-families'>;

/** A wife whom her husband's family and her father's both state. */
function twoFamilies(language: Language): Two {
  const { one, other } = persons(language);
  const right = { state: 'open', to: '2028-10-02' };
  const side = { category: 'poor' as const, registeredOn: '2025-10-03', right };
  const heads = [
    names(language, ['Mohamed', 'محمد'], ['Amghar', 'أمغار']),
    names(language, ['Lahcen', 'لحسن'], ['Ben Hadou', 'بن حدو']),
  ];
  const { person: _one, sex: _sex, ...here } = one;
  const { person: _other, sex: _same, ...there } = other;
  return {
    counts: { open: 3, settled: 41, lapsed: 5 },
    cases: [
      {
        ...{ id: first ?? '', foundBy: 'merge', state: 'open', openedAt: '2026-11-26T10:00:00Z' },
        one: {
          ...{ ...side, ...here, registration: '250100000014', request: '0192f000-0000-7000-8000-0000000000b0' },
          ...{ relation: 'spouse', head: heads[0] ?? {}, members: 5 },
        },
        other: {
          ...{ ...side, ...there, registration: '250100000022', request: '0192f000-0000-7000-8000-0000000000c0' },
          ...{ relation: 'child', head: heads[1] ?? {}, members: 7 },
        },
      },
    ],
    more: false,
  };
}

const newcomers = { endedAt: '2026-11-28T00:36:00Z', persons: 8_412, compared: 61_033 };
const searched: Search = { last: { endedAt: '2026-11-27T01:12:00Z', persons: 1_000_000, compared: 4_200_000, newcomers } };
/** The first one ever: what is under way stands alone. */
const searching: Search = { underWay: { beganAt: '2026-11-27T09:12:00Z', persons: 240_000, compared: 0 } };

function answers(language: Language, more: Partial<NonNullable<One['pair']>> = {}) {
  return {
    'registry.duplicates': listed(language),
    'registry.one-duplicate': onePair(language, more),
    'entitlements.two-families': twoFamilies(language),
    'registry.duplicate-search': searched,
  };
}

const decided = {
  state: 'same' as const,
  decisions: [{ decision: 'same' as const, reason: 'papers', by: 'agent:1', at: '2026-11-26T10:00:00Z' }],
};
const page = { path: '/duplicates', as: 'registration-officer' } as const;
const nothing = { counts: { certain: 0, review: 0, same: 0, different: 0 }, pairs: [], more: false };

const toTwoFamilies = {
  waitFor: '.duplicates .queue-choice:nth-of-type(3)',
  click: '.duplicates .queue-choice:nth-of-type(3)',
} as const;

export const examples: readonly Example[] = [
  { name: 'duplicates', ...page, answers },
  { name: 'duplicates-same', ...page, answers, press: ['s'] },
  {
    name: 'duplicates-left',
    ...page,
    answers,
    deeds: {
      'registry.decide-duplicates': { state: 'done', output: { decided: [], left: [{ pair: first, because: 'two-cards' }] } },
    },
    press: ['s', '2', 'Enter'],
  },
  { name: 'duplicates-not-same', ...page, answers, press: ['n'] },
  { name: 'duplicates-decided', ...page, answers: (language) => answers(language, decided) },
  { name: 'duplicates-taken-back', ...page, answers: (language) => answers(language, decided), press: ['u', 'Enter'] },
  { name: 'duplicates-gone', ...page, answers: (language) => ({ ...answers(language), 'registry.one-duplicate': {} }) },
  { name: 'duplicates-two-families', ...page, answers, ...toTwoFamilies },
  {
    name: 'duplicates-nothing',
    ...page,
    answers: () => ({ 'registry.duplicates': nothing, 'registry.duplicate-search': {} }),
  },
  {
    name: 'duplicates-searching',
    ...page,
    answers: () => ({ 'registry.duplicates': nothing, 'registry.duplicate-search': searching }),
  },
  { name: 'duplicates-loading', ...page, answers: () => ({ 'registry.duplicates': 'loading' }) },
  { name: 'duplicates-no-network', ...page, answers: () => ({ 'registry.duplicates': 'no-network' }) },
];
