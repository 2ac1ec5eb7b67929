import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Difference } from '../../components/marked-lines.tsx';
import type { Example } from '../../testing/example.ts';

type Desk = QuestionOutput<'applications.differences-to-settle'>;

const names = {
  itto: { fr: { family: 'Amrani', given: 'Itto' }, ar: { family: 'عمراني', given: 'إيطو' } },
  said: { fr: { family: 'Oubella', given: 'Saïd' }, ar: { family: 'أوبلا', given: 'سعيد' } },
} as const;

const seen = (over: Partial<Difference>): Difference => ({
  ...{ request: 'file-1', partner: 'dgsn', ref: 1, relation: 'head', names: names.itto, field: 'names', weight: 'to-settle' },
  ...{ declared: '', answered: '', lines: [], standing: 'open' },
  ...{ sourceDate: '2026-11-26T00:00:00Z', answeredAt: '2026-11-27T08:00:00Z' },
  ...over,
});

const span = (text: string, apart = false) => ({ text, apart });

const inName = seen({
  lines: [
    {
      script: 'fr',
      declared: [span('Amrani '), span('I', true), span('tto')],
      answered: [span('AMRANI '), span('Ye', true), span('TTO')],
    },
    {
      script: 'ar',
      declared: [span('عمراني '), span('إ', true), span('يطو')],
      answered: [span('عمراني '), span('ي', true), span('يطو')],
    },
  ],
});
const inDay = seen({
  field: 'birth_date',
  lines: [
    {
      script: null,
      declared: [span('198'), span('4', true), span('-03-12')],
      answered: [span('198'), span('3', true), span('-03-12')],
    },
  ],
});
const cover = seen({
  partner: 'cnss',
  ref: 2,
  relation: 'spouse',
  names: names.said,
  field: 'cover',
  lines: [{ script: null, declared: [span('none', true)], answered: [span('…', true)] }],
  cover: { scheme: 'cnss', role: 'insured', from: '2019-01-01' },
});
const unknownCard = seen({
  field: 'card',
  standing: 'corrected',
  declared: 'IC12345',
  lines: [{ script: null, declared: [span('IC12345', true)], answered: [span('unknown', true)] }],
});
const settled = seen({
  field: 'sex',
  standing: 'settled',
  declared: 'F',
  answered: 'M',
  lines: [{ script: null, declared: [span('F', true)], answered: [span('M', true)] }],
  judged: { verdict: 'same-person', reason: 'slip-of-the-register', at: '2026-11-27T09:00:00Z', by: 'agent:1' },
});

/** The same where a file shows them. */
export const differencesExample = { differences: [inName, cover, unknownCard, settled] };

const file = (id: string, name: keyof typeof names, differences: readonly Difference[]) => ({
  ...{ id, number: `20260000${id.at(-1)}4127`, since: '2026-11-20T09:00:00Z', territory: '05.081.01.03', filed_on: '2026-11-12' },
  ...{ names: names[name], differences: [...differences] },
});

const desk: Desk = {
  files: [
    file('file-1', 'itto', [inName, inDay, cover]),
    file('file-2', 'said', [unknownCard, settled]),
    file('file-3', 'itto', [cover]),
  ],
  more: true,
};

const sources = {
  sources: [
    { partner: 'dgsn', lastAnswerAt: '2026-11-27T08:00:00Z', sourceDate: '2026-11-26T00:00:00Z', silentSince: null },
    {
      partner: 'cnss',
      lastAnswerAt: '2026-11-25T17:00:00Z',
      sourceDate: '2026-11-24T00:00:00Z',
      silentSince: '2026-11-26T07:30:00Z',
    },
    { partner: 'cnops', lastAnswerAt: null, sourceDate: null, silentSince: null },
  ],
} as const;

const at = { path: '/verification', as: 'verification-officer' } as const;
const withDesk = (answer: Desk | 'loading' | 'no-network' | { kept: Desk }) => (_language: Language) => ({
  'applications.differences-to-settle': answer,
  'entitlements.rejections-of-request': { rejections: [] },
  'verifications.sources': { sources: [...sources.sources] },
});

export const examples: readonly Example[] = [
  { name: 'verification', ...at, answers: withDesk(desk) },
  { name: 'verification-judged', ...at, answers: withDesk(desk), press: ['s', 'n'] },
  { name: 'verification-reason-lacks', ...at, answers: withDesk(desk), press: ['s', 's', 's', 'Control+Enter'] },
  { name: 'verification-corrected', ...at, answers: withDesk(desk), press: ['j'] },
  { name: 'verification-ask-citizen', ...at, answers: withDesk(desk), press: ['a'] },
  { name: 'verification-empty', ...at, answers: withDesk({ files: [], more: false }) },
  { name: 'verification-kept', ...at, answers: withDesk({ kept: desk }) },
  { name: 'verification-failed', ...at, answers: withDesk('no-network') },
  { name: 'verification-loading', ...at, answers: withDesk('loading') },
];
