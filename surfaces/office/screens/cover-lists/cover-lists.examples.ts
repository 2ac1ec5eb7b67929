import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import type { CoverList } from './cover-lists.tsx';

const applied = {
  ...{ id: '0192f000-0000-7000-8000-000000000001', partner: 'cnss', organism: 'cnss', scheme: 'cnss', kind: 'full' },
  ...{ reference: 'CNSS-2026-11', standsOn: '2026-11-01', state: 'applied', heldFor: null, fault: null },
  ...{ linesTold: 6_204_118, accepted: 6_204_102, refused: 16, standing: 6_190_440, ending: 21_307 },
  ...{ superseded: 48_219, written: 61_883, receivedAt: '2026-11-02T22:10:00Z', knownAt: '2026-11-02T22:31:00Z' },
} as const satisfies CoverList;
export const held = {
  ...applied,
  ...{ id: '0192f000-0000-7000-8000-000000000002', partner: 'insurers', organism: 'um5-rabat', scheme: 'students' },
  ...{ reference: 'UM5-2026-11', standsOn: '2026-11-15', state: 'held', heldFor: 'ends-too-many', linesTold: 41_020 },
  ...{ accepted: 41_016, refused: 4, standing: 79_640, ending: 38_911, superseded: null, written: null, knownAt: null },
  receivedAt: '2026-11-26T09:12:00Z',
} as const satisfies CoverList;
const unnamed = {
  ...held,
  ...{ id: '0192f000-0000-7000-8000-000000000003', organism: 'mutuelle-portuaire', scheme: 'art114', reference: 'MP-4' },
  ...{ heldFor: 'members-unreadable', linesTold: 3_100, accepted: 3_088, refused: 12, standing: 3_096, ending: 9 },
} as const satisfies CoverList;
const arriving = {
  ...held,
  ...{ id: '0192f000-0000-7000-8000-000000000004', partner: 'cnops', organism: 'cnops', scheme: 'cnops', kind: 'changes' },
  ...{ reference: 'CNOPS-C-48', state: 'receiving', heldFor: null, linesTold: 90_000, accepted: 31_998, refused: 2 },
  ...{ standing: null, ending: null },
} as const satisfies CoverList;
const cut = {
  ...arriving,
  ...{ id: '0192f000-0000-7000-8000-000000000005', reference: 'CNOPS-C-47', state: 'unreadable', accepted: 512, refused: 0 },
  fault: { rule: 'count-differs', place: '90000/512', line: 0 },
} as const satisfies CoverList;
const overtaken = {
  ...arriving,
  ...{ id: '0192f000-0000-7000-8000-000000000006', reference: 'CNOPS-45', kind: 'full', state: 'refused', accepted: 90_000 },
  fault: { rule: 'overtaken', place: 'CNOPS-46', line: 0 },
} as const satisfies CoverList;

const refused: QuestionOutput<'coverage.refused-lines'> = {
  lines: [
    { ordinal: 12, line: 21, member: 'E00012', place: 'from', rule: 'from-wrong' },
    { ordinal: 40, line: 49, member: 'E00040', place: 'card', rule: 'card-format' },
    { ordinal: 41, line: 50, member: null, place: 'member', rule: 'member-format' },
    { ordinal: 980, line: 989, member: null, place: '', rule: 'cell-count' },
  ],
};
const refusals = ['card-format', 'cell-count', 'from-wrong', 'member-format'].map((rule) => ({ rule, lines: 1 }));

/** The lists of an example, asked for all or for those that are held. */
function answers(...lists: readonly CoverList[]): ReturnType<Example['answers']> {
  return {
    'coverage.recent-lists': ({ state }) => ({
      lists: lists.filter((list) => state === undefined || list.state === state),
      ...{ more: false, largestShareEnded: 0.05 },
    }),
    'coverage.one-list': { refusals },
    'coverage.refused-lines': refused,
  };
}

const page = { path: '/cover-lists', as: 'registration-officer' } as const;
const all = () => answers(arriving, cut, applied, held, unnamed);
const first = { waitFor: 'tbody [data-row]', click: 'tbody [data-row]' } as const;

export const examples: readonly Example[] = [
  { name: 'cover-lists', ...page, answers: all },
  { name: 'cover-lists-apply', ...page, answers: all, waitFor: 'tbody [data-row]', press: ['a'] },
  {
    ...{ name: 'cover-lists-set-aside', ...page, answers: all, waitFor: 'tbody [data-row]' },
    press: ['x', 'Enter'],
  },
  { name: 'cover-lists-arriving', ...page, answers: () => answers(arriving, applied), ...first },
  { name: 'cover-lists-applied', ...page, answers: () => answers(applied, cut), ...first },
  { name: 'cover-lists-unreadable', ...page, answers: () => answers(cut, applied), ...first },
  { name: 'cover-lists-overtaken', ...page, answers: () => answers(overtaken, applied), ...first },
  { name: 'cover-lists-of-an-auditor', ...page, as: 'auditor', answers: all },
  { name: 'cover-lists-nothing', ...page, answers: () => answers() },
  { name: 'cover-lists-loading', ...page, answers: () => ({ 'coverage.recent-lists': 'loading' }) },
  { name: 'cover-lists-no-network', ...page, answers: () => ({ 'coverage.recent-lists': 'no-network' }) },
  {
    name: 'cover-lists-kept',
    ...page,
    answers: () => ({
      ...answers(),
      'coverage.recent-lists': { kept: { lists: [held, applied], more: true, largestShareEnded: 0.05 } },
    }),
  },
];
