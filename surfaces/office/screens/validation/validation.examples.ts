import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';
import { fileExample } from '../file/file.examples.ts';
import { calendarExample, headNames, toSign } from '../sittings/sittings.examples.ts';
import type { Decision, ToValidate } from './to-validate.ts';

const path = '/validation/0192f000-0000-7000-8000-0000000000a1';
const at = { path, as: 'provincial-officer' } as const;

function decision(language: Language, position: number, over: Partial<Decision> = {}): Decision {
  return {
    ...{ application: `0192f000-0000-7000-8000-00000000000${position}`, position, number: `2026000001${position}${position}` },
    ...{ names: headNames(language, position), proposal: 'poor', isConcordant: true, outcome: 'poor', reason: 'as-scored' },
    ...{ againstScore: false, inSample: false },
    ...over,
  } as Decision;
}

function sealed(language: Language): ToValidate {
  const words = language === 'ar' ? 'السبب لا يقول ما الذي عُرف.' : 'Le motif ne dit pas ce qui est connu.';
  const against = { outcome: 'refused', reason: 'resources-understated', againstScore: true, inSample: true } as const;
  const decisions = [
    decision(language, 1, { ...against, remark: words }),
    decision(language, 2, { inSample: true, lookedAt: '2026-11-28T10:00:00Z' }),
    decision(language, 3, { returned: { reason: 'reason-unclear', words, at: '2026-11-28T10:00:00Z' } }),
    decision(language, 4),
    decision(language, 5, { outcome: 'adjourned', reason: 'papers-awaited' }),
  ];
  return {
    sitting: {
      ...{ id: '0192f000-0000-7000-8000-0000000000a1', number: '202690000014', territory: '05.081.01.03', heldOn: '2026-11-14' },
      ...{ state: 'sealed', sealedAt: '2026-11-14T13:00:00Z', minutesDigest: '5f1c'.repeat(16), days: 14, clock: 'late' },
    },
    sample: { share: 0.1, files: 2, looked: 1 },
    signatures: { given: 4, needed: 3 },
    signedPapers: [{ page: '0192f000-0000-7000-8000-0000000000f1', at: '2026-11-26T15:05:00Z' }],
    counts: { files: 5, decided: 4, againstScore: 1, returned: 1 },
    decisions,
  } as ToValidate;
}

const withSitting = (language: Language) => ({
  ...fileExample.answers(language),
  'commissions.sitting-to-validate': sealed(language),
});

export const examples: readonly Example[] = [
  {
    name: 'validation',
    ...at,
    path: '/validation',
    answers: () => ({ 'commissions.sittings-calendar': calendarExample(toSign) }),
  },
  {
    name: 'validation-empty',
    ...at,
    path: '/validation',
    answers: () => ({ 'commissions.sittings-calendar': calendarExample([]) }),
  },
  { name: 'validation-failed', ...at, path: '/validation', answers: () => ({ 'commissions.sittings-calendar': 'no-network' }) },
  { name: 'validation-sitting', ...at, answers: withSitting },
  { name: 'validation-sitting-all', ...at, answers: withSitting, press: ['t', 'j', 'j'] },
  { name: 'validation-return', ...at, answers: withSitting, press: ['r'] },
  { name: 'validation-return-missing', ...at, answers: withSitting, press: ['r', 'Enter'] },
  { name: 'validation-release', ...at, answers: withSitting, press: ['Control+Enter'] },
  {
    name: 'validation-release-unsigned',
    ...at,
    answers: withSitting,
    deeds: {
      'commissions.validate-sittings': {
        state: 'refused',
        module: 'commissions',
        refusal: { refused: 'minutes-unsigned', facts: { number: '202690000014', given: 2, needed: 3 } },
      },
    },
    press: ['Control+Enter', 'Enter'],
  },
  { name: 'validation-look-failed', ...at, answers: withSitting, press: ['v'] },
  { name: 'validation-loading', ...at, answers: () => ({ 'commissions.sitting-to-validate': 'loading' }) },
];
