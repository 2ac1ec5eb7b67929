import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';

const line = { id: '1', kind: 'application', subject: '0192f000-0000-7000-8000-000000000001', number: '202600000117' } as const;
const stood = { territory: '05.081.01.03', since: '2026-11-02T09:00:00Z', days: 26, toldAt: '2026-11-18T04:20:00Z' };
const late = { ...line, ...stood, clock: 'filed', holder: 'counter' } as const;
const sitting = {
  ...late,
  id: '2',
  kind: 'sitting',
  number: '202690000124',
  clock: 'convened',
  holder: 'commission-secretary',
} as const;

const told: QuestionOutput<'applications.told-to-me'> = {
  escalated: { all: 3, some: [late, sitting] },
  warned: { all: 1, some: [{ ...late, id: '3', clock: 'decided', holder: 'province', days: 11 }] },
  mayAnswer: true,
};

const law = { normal: 5, warning: 10, late: 15, status: 'unverified', source: 'L’Économiste 2008' } as const;
const delays: QuestionOutput<'applications.deadlines'> = {
  delays: [
    { clock: 'filed', holder: 'counter', ...law, files: { all: 120, warning: 14, late: 3, oldest: '2026-11-02T09:00:00Z' } },
    {
      clock: 'decision',
      ...law,
      normal: 30,
      warning: 45,
      late: 60,
      files: { all: 640, warning: 40, late: 0, oldest: '2026-10-02' },
      silence: 'none',
    },
    { clock: 'convened', ...law, normal: 0, warning: 1, late: 7, status: 'illustrative' },
    { clock: 'cardDelivery', ...law, normal: 20, warning: 25, late: 30, status: 'official' },
  ],
};
const counted: QuestionOutput<'commissions.deadlines'> = {
  counted: [
    {
      clock: 'convened',
      kind: 'sitting',
      holder: 'commission-secretary',
      all: 4,
      warning: 1,
      late: 1,
      oldest: '2026-11-20T00:00:00Z',
    },
  ],
};

const answers = { 'applications.told-to-me': told, 'applications.deadlines': delays, 'commissions.deadlines': counted };
const nothing = { escalated: { all: 0, some: [] }, warned: { all: 0, some: [] }, mayAnswer: true };
const page = { path: '/deadlines', as: 'provincial-officer' } as const;

export const examples: readonly Example[] = [
  { name: 'deadlines', ...page, answers: () => answers },
  { name: 'deadlines-nothing', ...page, answers: () => ({ ...answers, 'applications.told-to-me': nothing }) },
  {
    name: 'deadlines-of-a-counter',
    ...page,
    as: 'counter-agent',
    answers: () => ({ ...answers, 'applications.told-to-me': { ...told, mayAnswer: false } }),
  },
  { name: 'deadlines-nothing-ticked', ...page, answers: () => answers, click: '.deadlines .button-primary' },
  { name: 'deadlines-no-network', ...page, answers: () => ({ ...answers, 'applications.told-to-me': 'no-network' }) },
  {
    name: 'deadlines-kept',
    ...page,
    answers: () => ({ ...answers, 'applications.told-to-me': { kept: told }, 'applications.deadlines': { kept: delays } }),
  },
  { name: 'deadlines-all-failed', ...page, answers: () => ({ ...answers, 'applications.deadlines': 'no-network' }) },
  { name: 'deadlines-loading', ...page, answers: () => ({ ...answers, 'applications.told-to-me': 'loading' }) },
];
