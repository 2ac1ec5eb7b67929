import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';

const forecast: QuestionOutput<'entitlements.renewal-forecast'> = {
  families: 41_300,
  provinces: [
    {
      ...{ province: '05.081', families: 31_100, capacity: 4_400, peak: { month: '2027-03', families: 12_400 } },
      months: [{ month: '2027-03', families: 12_400 }],
    },
    {
      ...{ province: '05.091', families: 10_200, capacity: 2_800, peak: { month: '2027-04', families: 2_100 } },
      months: [{ month: '2027-04', families: 2_100 }],
    },
  ],
};

const plan = (beyond: number): QuestionOutput<'entitlements.renewal-plan-of-province'> => ({
  plan: {
    capacity: 4_400,
    months: [
      { month: '2026-12', before: 12_400, after: 4_400, beyond: 0 },
      { month: '2027-01', before: 1_800, after: 6_600 - beyond, beyond },
      { month: '2027-02', before: 900, after: 4_100 + beyond, beyond: 0 },
    ],
    waves: { planned: 14_200, called: 900, reminded: 120 },
  },
});

const page = { path: '/renewals', as: 'registration-officer' } as const;
const answers = (beyond: number) => () => ({
  'entitlements.renewal-forecast': forecast,
  'entitlements.renewal-plan-of-province': plan(beyond),
});
const open = { press: ['j', 'Enter'] };

export const examples: readonly Example[] = [
  { name: 'renewals', ...page, answers: answers(0) },
  { name: 'renewals-nothing', ...page, answers: () => ({ 'entitlements.renewal-forecast': { families: 0, provinces: [] } }) },
  { name: 'renewals-loading', ...page, answers: () => ({ 'entitlements.renewal-forecast': 'loading' }) },
  { name: 'renewals-no-network', ...page, answers: () => ({ 'entitlements.renewal-forecast': 'no-network' }) },
  { name: 'renewals-fits', ...page, answers: answers(0), ...open },
  { name: 'renewals-beyond', ...page, answers: answers(2_200), ...open },
  {
    ...{ name: 'renewals-kept', ...page, answers: answers(0), ...open, click: '.figure .buttons button' },
    deeds: { 'entitlements.plan-renewals': { state: 'done', output: { families: 14_200, beyond: 0 } } },
  },
];
