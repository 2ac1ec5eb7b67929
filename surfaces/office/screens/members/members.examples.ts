import type { Example } from '../../testing/example.ts';
import type { Mandate } from './members.tsx';

const mandate = (over: Partial<Mandate>): Mandate => ({
  ...{ id: 'member-1', institution: 'interior', seat: 'chair', nameFr: 'Omar Tazi', nameAr: 'عمر التازي' },
  ...{ hasAccount: true, from: '2026-01-01' },
  ...over,
});

const members = [
  mandate({ login: 'omar.interior' }),
  mandate({
    id: 'member-2',
    institution: 'health',
    seat: 'titular',
    nameFr: 'Leïla Chraïbi',
    nameAr: 'ليلى الشرايبي',
    hasAccount: false,
  }),
  mandate({
    id: 'member-3',
    institution: 'finance',
    seat: 'substitute',
    nameFr: 'Youssef El Fassi',
    nameAr: 'يوسف الفاسي',
    login: 'youssef.finance',
    until: '2026-12-31',
  }),
];
const at = { path: '/members', as: 'provincial-officer' } as const;
const withMembers = () => ({ 'commissions.members-of-commission': { members, vacant: ['local_authority' as const] } });

export const examples: readonly Example[] = [
  { name: 'members', ...at, answers: withMembers },
  { name: 'members-seat', ...at, answers: withMembers, press: ['Alt+a'] },
  {
    name: 'members-seat-missing',
    ...at,
    answers: withMembers,
    press: ['Alt+a', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter'],
  },
  { name: 'members-end', ...at, answers: withMembers, click: '.members .row-deeds button' },
  { name: 'members-empty', ...at, answers: () => ({ 'commissions.members-of-commission': { members: [], vacant: [] } }) },
  { name: 'members-failed', ...at, answers: () => ({ 'commissions.members-of-commission': 'no-network' }) },
  { name: 'members-loading', ...at, answers: () => ({ 'commissions.members-of-commission': 'loading' }) },
];
