import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';

type Lists = QuestionOutput<'entitlements.recent-registration-lists'>['lists'];

const list = {
  ...{ id: '0192f000-0000-7000-8000-000000000001', sender: 'interior', province: '05.081', reference: 'AZILAL-2026-11' },
  ...{ from: '2026-11-01', to: '2026-11-26', state: 'ended', familiesTold: 412, fault: null },
  ...{ receivedAt: '2026-11-27T08:10:00Z', endedAt: '2026-11-27T08:10:09Z' },
  results: [
    { result: 'registered', code: null, records: 371 },
    { result: 'waiting', code: null, records: 12 },
    { result: 'held', code: 'double-registration', records: 9 },
    { result: 'rejected', code: 'data-error', records: 14 },
    { result: 'rejected', code: 'national-card-of-another', records: 5 },
    { result: 'unreadable', code: 'missing', records: 1 },
  ],
} as const satisfies Lists[number];
const cut = {
  ...list,
  ...{ id: '0192f000-0000-7000-8000-000000000002', province: '05.091', reference: 'BENI-MELLAL-7', state: 'unreadable' },
  ...{ fault: { rule: 'xml-malformed', place: '', line: 2_041 }, familiesTold: 380 },
  results: [{ result: 'registered', code: null, records: 290 }],
} as const satisfies Lists[number];
const arriving = {
  ...list,
  ...{ id: '0192f000-0000-7000-8000-000000000003', reference: 'AZILAL-2026-12', state: 'receiving', endedAt: null, results: [] },
} as const satisfies Lists[number];

const record = { line: 18, request: '202600000117', application: 'f-1', registration: null } as const;
const records: QuestionOutput<'entitlements.registration-records'> = {
  records: [
    { ...record, ordinal: 4, result: 'rejected', code: 'national-card-of-another', place: 'persons[0].card' },
    {
      ...record,
      ordinal: 9,
      line: 47,
      request: '202600000125',
      result: 'rejected',
      code: 'data-error',
      place: 'persons[2].birth_date',
    },
    { ...record, ordinal: 12, line: 63, result: 'held', code: 'double-registration', place: '' },
    { ...record, ordinal: 15, line: 80, result: 'waiting', code: null, place: '' },
    {
      ...record,
      ordinal: 21,
      line: 112,
      request: null,
      application: null,
      result: 'unreadable',
      code: 'missing',
      place: 'request',
    },
  ],
};

const answers = {
  'entitlements.recent-registration-lists': { lists: [list, cut, arriving] },
  'entitlements.registration-records': records,
};
const page = { path: '/registration', as: 'registration-officer' } as const;
const first = { waitFor: 'tbody button', click: 'tbody button' } as const;

export const examples: readonly Example[] = [
  { name: 'registration', ...page, answers: () => answers },
  { name: 'registration-one-list', ...page, answers: () => answers, ...first },
  {
    name: 'registration-send-back',
    ...page,
    answers: () => answers,
    waitFor: 'tbody button',
    press: ['j', 'Enter', ...Array.from({ length: 8 }, () => 'Tab'), 'Space', 'Tab', 'Tab', 'Enter'],
  },
  {
    name: 'registration-cut-list',
    ...page,
    answers: () => ({
      ...answers,
      'entitlements.recent-registration-lists': { lists: [cut] },
      'entitlements.registration-records': { records: [] },
    }),
    ...first,
  },
  {
    name: 'registration-arriving',
    ...page,
    answers: () => ({
      ...answers,
      'entitlements.recent-registration-lists': { lists: [arriving] },
      'entitlements.registration-records': 'loading',
    }),
    ...first,
  },
  { name: 'registration-nothing', ...page, answers: () => ({ 'entitlements.recent-registration-lists': { lists: [] } }) },
  { name: 'registration-of-an-auditor', ...page, as: 'auditor', answers: () => answers },
  { name: 'registration-loading', ...page, answers: () => ({ 'entitlements.recent-registration-lists': 'loading' }) },
  { name: 'registration-no-network', ...page, answers: () => ({ 'entitlements.recent-registration-lists': 'no-network' }) },
  {
    name: 'registration-kept',
    ...page,
    answers: () => ({ 'entitlements.recent-registration-lists': { kept: { lists: [list] } } }),
  },
];
