import type { Example } from '../../testing/example.ts';
import { differences, differencesOfProvince, serial, settled, waiting } from './cards-shown.ts';

const board = { path: '/differences', as: 'provincial-officer' } as const;
const all = { 'cards.open-differences': differencesOfProvince, 'cards.uncollected': waiting };

export const examples: readonly Example[] = [
  { name: 'differences', ...board, answers: () => all },
  {
    name: 'differences-of-anam',
    ...board,
    as: 'card-officer',
    answers: () => ({ ...all, 'cards.open-differences': differences }),
  },
  { name: 'differences-at-a-desk', ...board, as: 'counter-agent', answers: () => all },
  { name: 'differences-looked-at', ...board, as: 'auditor', answers: () => all },
  { name: 'differences-none', ...board, answers: () => ({ 'cards.open-differences': settled }) },
  { name: 'differences-loading', ...board, answers: () => ({ 'cards.open-differences': 'loading' }) },
  { name: 'differences-no-network', ...board, answers: () => ({ 'cards.open-differences': 'no-network' }) },
  { name: 'differences-kept', ...board, answers: () => ({ 'cards.open-differences': { kept: differences } }) },
  { name: 'differences-settle-asked', ...board, answers: () => all, click: 'section:nth-of-type(2) tbody .button' },
  { name: 'differences-destroying', ...board, answers: () => all, click: 'section:nth-of-type(3) tr:nth-of-type(2) .button' },
  {
    ...{ name: 'differences-parcel-scanned', ...board, as: 'counter-agent', click: 'section:nth-of-type(5) tbody .button' },
    answers: () => all,
    drafts: () => [
      { id: 'cards/parcel/P00000021', kind: 'cards', label: 'parcel/P00000021', changedAt: 0, content: [serial, '5000000024'] },
    ],
  },
];
