import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';

type Agents = QuestionOutput<'staff.agents'>;

const post = { post: 'post-1', role: 'counter-agent', territory: '05.081.01.01', from: '2026-01-05' };
const hanane = {
  ...{ agent: 'agent-1', login: 'h.oubella', name: { fr: 'Hanane Oubella', ar: 'حنان أوبلا' }, institution: 'interior' },
  ...{ active: true, temporaryPassword: false, secondFactor: true, posts: [post] },
};
const rachid = {
  ...{ agent: 'agent-2', login: 'r.amrani', name: { fr: 'Rachid Amrani', ar: 'رشيد عمراني' }, institution: 'interior' },
  ...{ active: true, temporaryPassword: true, secondFactor: false },
  posts: [{ ...post, post: 'post-2', role: 'verification-officer', territory: '05.081', until: '2026-12-31' }],
};
const closed = {
  ...rachid,
  agent: 'agent-3',
  login: 's.tazi',
  name: { fr: 'Saïd Tazi', ar: 'سعيد التازي' },
  active: false,
  temporaryPassword: false,
};
const agents: Agents = { agents: [hanane, rachid, closed], more: true };

const reasonIn = (language: Language) => (language === 'ar' ? 'رخصة سنوية' : 'congé');
const standIns = (language: Language) => ({
  absences: [
    {
      ...{ absence: 'absence-1', agent: 'agent-1', name: hanane.name, from: '2026-11-28', until: '2026-12-02' },
      ...{ reason: reasonIn(language), replacedBy: { agent: 'agent-2', name: rachid.name } },
    },
  ],
  delegations: [
    {
      ...{ delegation: 'lent-1', post: 'post-2', role: 'verification-officer', territory: '05.081', reason: reasonIn(language) },
      ...{ holder: { agent: 'agent-2', name: rachid.name }, to: { agent: 'agent-1', name: hanane.name } },
      ...{ from: '2026-11-28', until: '2026-12-05' },
    },
  ],
});
const answers = (language: Language) => ({
  'staff.agents': agents,
  'staff.one-agent': { agent: hanane, ...standIns(language) },
  'staff.replacements': { today: '2026-11-28', ...standIns(language) },
});
const matrix: QuestionOutput<'staff.permission-matrix'> = {
  roles: ['counter-agent', 'commission-secretary', 'provincial-officer', 'auditor', 'administrator'],
  things: [
    {
      ...{ kind: 'deed', name: 'applications.open-checking', summary: '', permission: 'applications:check-papers' },
      ...{ anyone: false, roles: ['counter-agent'] },
    },
    {
      ...{ kind: 'question', name: 'staff.my-posts', summary: '', permission: 'public:my-posts', anyone: true, roles: [] },
    },
  ],
};

const withCounters = () => ({
  'territory.counters': {
    counters: [
      {
        ...{ counter: 'counter-1', commune: '05.081.01.01', kind: 'annexe', openedOn: '2026-01-05' },
        name: { fr: 'Annexe El Wahda', ar: 'ملحقة الوحدة' },
      },
      {
        ...{ counter: 'counter-2', commune: '05.081.03.07', kind: 'caidat', openedOn: '2026-01-05', closedOn: '2026-12-31' },
        name: { fr: 'Caïdat du souk', ar: 'قيادة السوق' },
      },
    ],
  } as QuestionOutput<'territory.counters'>,
});

const agentsPage = { path: '/administration/agents', as: 'province-administrator', answers } as const;

export const examples: readonly Example[] = [
  { name: 'administration', ...agentsPage },
  { name: 'administration-nobody', ...agentsPage, answers: () => ({ 'staff.agents': { agents: [], more: false } }) },
  { name: 'administration-loading', ...agentsPage, answers: () => ({ 'staff.agents': 'loading' }) },
  { name: 'administration-no-network', ...agentsPage, answers: () => ({ 'staff.agents': 'no-network' }) },
  { name: 'administration-agent', ...agentsPage, waitFor: 'tbody button', click: 'tbody button' },
  { name: 'administration-appoint', ...agentsPage, press: ['Alt+a'] },
  { name: 'administration-replacements', ...agentsPage, path: '/administration/replacements' },
  {
    name: 'administration-no-replacements',
    ...agentsPage,
    path: '/administration/replacements',
    answers: () => ({ 'staff.replacements': { today: '2026-11-28', absences: [], delegations: [] } }),
  },
  { name: 'administration-counters', ...agentsPage, path: '/administration/counters', answers: withCounters },
  {
    name: 'administration-open-counter',
    ...agentsPage,
    path: '/administration/counters',
    answers: withCounters,
    press: ['Alt+a'],
  },
  {
    name: 'administration-permissions',
    path: '/administration/permissions',
    as: 'administrator',
    answers: () => ({ 'staff.permission-matrix': matrix }),
  },
];
