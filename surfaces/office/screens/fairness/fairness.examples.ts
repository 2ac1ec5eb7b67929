import type { Example } from '../../testing/example.ts';
import type { Fairness } from './measures.ts';

type Rate = Fairness['groups'][number]['rates'][number];

/** Intervals of invented counts, as the server makes them. */
function rate(key: Rate['key'], count: number, of: number, ends: readonly [number, number]): Rate {
  return { key, count, of, share: count / of, low: ends[0], high: ends[1] };
}

const days = (of: number, median: number, low: number, high: number) => ({ key: 'days' as const, of, median, low, high });

const whole = {
  part: '',
  decided: 1880,
  rates: [
    rate('same-score', 69, 1702, [0.0322, 0.051]),
    rate('against-score', 112, 1880, [0.0498, 0.0712]),
    rate('in-favour', 71, 1880, [0.03, 0.0474]),
  ],
  times: [days(1880, 34, 33, 36), { key: 'pace' as const, of: 560, median: 72, low: 66, high: 78 }],
};

const span = { from: '2025-11-29', to: '2026-11-28' };

const answer: Fairness = {
  ...{ territory: '05.081', ...span, by: 'marital-status', least: 11, whole },
  above: [
    { ...whole, ...span, territory: '', decided: 1_204_311, rates: [rate('same-score', 33_790, 1_126_300, [0.0297, 0.0303])] },
  ],
  groups: [
    { part: 'married', decided: 1320, rates: [rate('same-score', 40, 1190, [0.0248, 0.0455])], times: [days(1320, 33, 32, 35)] },
    { part: 'widowed', decided: 312, rates: [rate('same-score', 24, 288, [0.0566, 0.1211])], times: [days(312, 39, 35, 43)] },
    { part: 'divorced', decided: 180, rates: [rate('same-score', 5, 161, [0.0134, 0.0706])], times: [] },
  ],
  withheld: ['abandoned', 'single_mother'],
  differences: [
    { part: 'married', key: 'same-score', difference: -0.031, low: -0.06, high: -0.008, isApart: true },
    { part: 'widowed', key: 'same-score', difference: 0.05, low: 0.022, high: 0.089, isApart: true },
    { part: 'divorced', key: 'same-score', difference: -0.011, low: -0.03, high: 0.031, isApart: false },
  ],
  ...{ compared: 21, apart: 2, byChance: 1.05 },
  reasons: [
    { reason: 'hardship-known-locally', direction: 'favour', files: 58 },
    { reason: 'resources-understated', direction: 'harsher', files: 31 },
    { reason: 'other', direction: 'favour', files: 13 },
  ],
};

const page = { path: '/fairness', as: 'provincial-officer' } as const;
export const examples: readonly Example[] = [
  { name: 'fairness', ...page, answers: () => ({ 'commissions.fairness': answer }), waitFor: 'tbody th' },
  {
    name: 'fairness-of-a-commune',
    ...page,
    as: 'commission-secretary',
    answers: () => ({
      'commissions.fairness': {
        ...answer,
        by: 'milieu',
        groups: [],
        withheld: ['rural'],
        differences: [],
        compared: 0,
        apart: 0,
        byChance: 0,
      },
    }),
  },
  {
    name: 'fairness-nothing',
    ...page,
    answers: () => ({ 'commissions.fairness': { ...answer, whole: undefined, above: [], groups: [] } }),
  },
  { name: 'fairness-loading', ...page, answers: () => ({ 'commissions.fairness': 'loading' }) },
  { name: 'fairness-no-network', ...page, answers: () => ({ 'commissions.fairness': 'no-network' }) },
  { name: 'fairness-kept', ...page, answers: () => ({ 'commissions.fairness': { kept: answer } }) },
];
