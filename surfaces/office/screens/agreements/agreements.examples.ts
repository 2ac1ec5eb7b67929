import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import type { Agreement } from './agreements.tsx';

const id = (last: number) => `0192f000-0000-7000-8000-00000000000${last}`;

type Said = 'legalBasis' | 'legalStatus' | 'perMinute' | 'from' | 'to' | 'state' | 'endedFor' | 'keySince' | 'oldKeyUntil';
type Shared = Pick<Agreement, Said>;

function agreements(language: Language): { agreements: Agreement[] } {
  const isArabic = language === 'ar';
  const own: Shared = {
    legalBasis: isArabic ? 'اتفاقية نموذجية، القانون 09.08' : 'convention d’exemple, loi 09-08',
    ...{ legalStatus: 'illustrative', perMinute: 6_000, from: '2026-03-01', to: null, state: 'in-force', endedFor: null },
    ...{ keySince: '2026-03-01T08:00:00Z', oldKeyUntil: null },
  };
  return {
    agreements: [
      {
        ...{ ...own, id: id(1), partner: 'chu-ibn-sina', nameFr: 'CHU Ibn Sina, Rabat' },
        ...{ nameAr: 'المركز الاستشفائي الجامعي ابن سينا، الرباط', purposeFr: 'Vérifier les droits à l’admission' },
        ...{ purposeAr: 'التحقق من الحقوق عند القبول', mayAskBy: ['registration', 'card', 'code'] },
        ...{ fields: ['period', 'reason', 'next'], oldKeyUntil: '2026-12-05T23:00:00Z', lastAskedAt: '2026-11-28T09:12:00Z' },
      },
      {
        ...{ ...own, id: id(2), partner: 'cnra', nameFr: 'Caisse nationale de retraites et d’assurances' },
        ...{ nameAr: 'الصندوق الوطني للتقاعد والتأمين', purposeFr: 'Verser l’aide', purposeAr: 'صرف الدعم' },
        ...{ mayAskBy: ['card'], fields: [], lastAskedAt: null, to: '2026-10-31', state: 'over' },
        endedFor: isArabic ? 'انتهى البرنامج' : 'Le programme est fini',
      },
    ],
  };
}

const use: QuestionOutput<'exchange.agreement-use'> = {
  days: [
    {
      day: '2026-11-28',
      answers: 1_204,
      told: [
        { said: 'open', answers: 1_180 },
        { said: 'unknown', answers: 24 },
      ],
    },
    {
      day: '2026-11-27',
      answers: 3,
      told: [
        { said: 'open', answers: 2 },
        { said: null, answers: 1 },
      ],
    },
  ],
};

const line = {
  ...{
    at: '2026-11-28T09:12:00.000Z',
    subject: 'application:0192-7',
    territory: '05.081.01.01',
    question: 'entitlements.right-of',
  },
  ...{ shown: 1, told: 'open:period', post: id(1), who: { actor: 'partner:chu-ibn-sina' } },
};
const answers = (language: Language) => ({
  'exchange.agreements': agreements(language),
  'exchange.agreement-use': use,
  'staff.readings': { lines: [line] },
});
const page = { path: '/agreements', as: 'exchange-officer', answers } as const;
const first = ['j', 'Enter'];
const made = { state: 'done', output: { agreement: id(3) } } as const;

export const examples: readonly Example[] = [
  { name: 'agreements', ...page },
  { name: 'agreements-none', ...page, answers: () => ({ 'exchange.agreements': { agreements: [] } }) },
  { name: 'agreements-loading', ...page, answers: () => ({ 'exchange.agreements': 'loading' }) },
  { name: 'agreements-no-network', ...page, answers: () => ({ 'exchange.agreements': 'no-network' }) },
  { name: 'agreements-one', ...page, press: first },
  { name: 'agreements-one-for-auditors', ...page, as: 'auditor', press: first },
  {
    name: 'agreements-not-used',
    ...page,
    answers: (language) => ({ ...answers(language), 'exchange.agreement-use': { days: [] } }),
    press: first,
  },
  { name: 'agreements-make', ...page, press: ['n'] },
  { name: 'agreements-make-incomplete', ...page, press: ['n'], click: '.agreement-form .button-primary' },
  { name: 'agreements-renew', ...page, press: [...first, 'r'] },
  {
    ...{ name: 'agreements-key', ...page, press: [...first, 'r', 'd', 'o', 's', 'Enter'] },
    deeds: { 'exchange.renew-key': made },
  },
  { name: 'agreements-end', ...page, press: [...first, 'x'] },
];
