import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';
import type { Answer } from './verdict.tsx';

const NUMBER = '261000000016';
const typed = [...NUMBER, 'Enter'];

/** The family in the script of who reads. */
function family(language: Language): Answer['persons'] {
  const name = (fr: readonly [string, string], ar: readonly [string, string]) => {
    const [given, name] = language === 'ar' ? ar : fr;
    const own = { given, family: name };
    return language === 'ar' ? { ar: own } : { fr: own };
  };
  return [
    { ref: 1, names: name(['Fatima Zahra', 'Benali'], ['فاطمة الزهراء', 'بنعلي']), birthYear: 1982, sex: 'F', isAsked: false },
    { ref: 2, names: name(['Yassine', 'Amrani'], ['ياسين', 'العمراني']), birthYear: 2011, sex: 'M', isAsked: false },
    { ref: 3, names: name(['Salma', 'Amrani'], ['سلمى', 'العمراني']), birthYear: 2015, sex: 'F', isAsked: false },
  ];
}

const told = (answer: Answer) => ({ on: '2026-11-29', knownAt: '2026-11-29T09:00:00Z', answers: [answer] });
const open = (language: Language): Answer => ({
  ...{ state: 'open', since: '2026-03-15', until: '2029-03-14', reason: 'registered', next: 'none', category: 'poor' },
  ...{ registration: NUMBER, persons: family(language) },
});

const at = { path: '/rights', as: 'hospital-desk', press: typed } as const;
const verdict = (name: string, answer: (language: Language) => Answer): Example => ({
  ...{ name, ...at },
  answers: (language) => ({ 'entitlements.right-of': told(answer(language)) }),
});

export const examples: readonly Example[] = [
  { name: 'rights-nothing-read', path: '/rights', as: 'hospital-desk', answers: () => ({}) },
  { ...verdict('rights-open', open), press: [...typed, '2'] },
  verdict('rights-emergency-only', () => ({
    ...{ state: 'emergency-only', since: '2026-10-20', until: '2026-12-19', reason: 'receipt', next: 'follow-request' },
  })),
  verdict('rights-unpaid', (language) => ({
    ...{
      state: 'unpaid',
      since: '2026-11-02',
      until: '2029-11-01',
      emergenciesUntil: '2026-12-19',
      reason: 'registered',
      next: 'pay',
    },
    ...{ category: 'vulnerable', registration: NUMBER, persons: family(language) },
    due: { notice: '262000000015', amountCentimes: 36_000 },
  })),
  verdict('rights-expired', (language) => ({
    ...{ state: 'expired', since: '2026-11-01', reason: 'term', next: 'renew', registration: NUMBER, persons: family(language) },
  })),
  verdict('rights-unknown', () => ({ state: 'unknown', reason: 'not-found', next: 'apply' })),
  { ...verdict('rights-wrong-digit', open), press: [...'261000000017', 'Enter'] },
  { ...verdict('rights-card-asks-birth', open), press: [...'IC000110', 'Enter'] },
  {
    name: 'rights-card-revoked',
    ...at,
    answers: (language) => ({
      'entitlements.right-of': told({ ...open(language), card: '2600000000012' }),
      'cards.revocation-of-card': { revokedAt: '2026-11-20T09:00:00Z' },
    }),
  },
  {
    name: 'rights-card-unknown',
    ...at,
    answers: (language) => ({
      'entitlements.right-of': told({ ...open(language), card: '2600000000012' }),
      'cards.revocation-of-card': 'no-network',
    }),
  },
  { name: 'rights-waiting', ...at, answers: () => ({ 'entitlements.right-of': 'loading' }) },
  { name: 'rights-no-network', ...at, answers: () => ({ 'entitlements.right-of': 'no-network' }) },
  {
    name: 'rights-kept',
    ...at,
    answers: (language) => ({ 'entitlements.right-of': { kept: told(open(language)) } }),
  },
];
