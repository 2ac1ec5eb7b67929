import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';

const serial = '5000000019';
const stage = { normal: 8, warning: 9, late: 10, status: 'illustrative', usual: 11.4, isSeen: true };
const late: QuestionOutput<'cards.late-cards'> = {
  days: 30,
  stages: [
    { state: 'with_maker', holder: 'card-maker', ...stage },
    { state: 'in_parcel', holder: 'carrier', ...stage, normal: 1, warning: 2, late: 3, usual: 1, isSeen: false },
  ],
  standings: [
    { province: '05.081', state: 'with_maker', all: 412, warning: 31, late: 6, foreseen: 118, oldest: '2026-11-10T09:00:00Z' },
    { province: '05.081', state: 'in_parcel', all: 96, warning: 0, late: 0, foreseen: 0, oldest: '2026-11-28T09:00:00Z' },
  ],
};
const since = '2026-11-27T09:00:00Z';
const board: QuestionOutput<'cards.custody-board'> = {
  ordered: [{ province: '05.081', cards: 240 }],
  batches: [
    { number: 'L00000013', territory: '05.081', state: 'made_up', since, cards: 500, counted: null, missing: 0 },
    { number: 'L00000021', territory: '05.081', state: 'proofed', since, cards: 320, counted: null, missing: 0 },
    { number: 'L00000037', territory: '05.081', state: 'checked', since, cards: 412, counted: 410, missing: 2 },
  ],
  parcels: [
    {
      ...{ number: 'P00000013', origin: '', territory: '05.081', state: 'under_way', since },
      ...{ cards: 96, carrier: 'Barid', inside: 96 },
    },
    {
      number: 'P00000021',
      origin: '05.081',
      territory: '05.081.03.07',
      state: 'short',
      since,
      cards: 40,
      carrier: null,
      inside: 3,
    },
  ],
  stock: [{ state: 'at_office', place: '05.081.03.07', cards: 37 }],
};
const nothing: typeof board = { ordered: [], batches: [], parcels: [], stock: [] };

function card(language: Language, state: 'at_office' | 'in_parcel'): QuestionOutput<'cards.where-is-card'> {
  const names = language === 'ar' ? { ar: { family: 'بنعلي', given: 'فاطمة' } } : { fr: { family: 'Benali', given: 'Fatima' } };
  const isHere = state === 'at_office';
  return {
    card: {
      ...{ serial, registration: '264000000123', territory: '05.081.03.07', state, since, replaces: null },
      ...{ holder: isHere ? 'counter' : 'carrier', place: isHere ? '05.081.03.07' : 'P00000013', parcel: null },
      due: { on: '2026-11-30', days: 3, status: 'illustrative' },
      members: [
        { names, birthYear: 1982 },
        { names, birthYear: 2008 },
      ],
      passages: [
        { to: 'checked', at: '2026-11-26T09:00:00Z', holder: 'anam', place: '', actor: null },
        { to: 'in_parcel', at: since, holder: 'carrier', place: 'P00000013', actor: null },
      ],
      handOvers: [],
      differences: [{ kind: 'missing', at: '2026-11-28T09:00:00Z', settled: 'found' }],
    },
  };
}

const all = { 'cards.late-cards': late, 'cards.custody-board': board };
const page = { path: '/cards', as: 'card-officer' } as const;
const desk = { path: '/desk', as: 'counter-agent' } as const;
const typed = [...serial, 'Enter'];
const parcel = [...'P00000013', 'Enter'];
const refused = {
  state: 'refused' as const,
  module: 'cards',
  refusal: { refused: 'nothing-ordered' },
};
const short = {
  arrived: 38,
  left: 0,
  differences: [
    { serial, kind: 'missing' as const },
    { serial: '5000000024', kind: 'surplus' as const },
  ],
};

export const examples: readonly Example[] = [
  { name: 'cards', ...page, answers: () => all },
  {
    name: 'cards-nothing',
    ...page,
    answers: () => ({ 'cards.late-cards': { ...late, standings: [] }, 'cards.custody-board': nothing }),
  },
  { name: 'cards-of-a-province', ...page, as: 'provincial-officer', answers: () => all },
  {
    name: 'cards-found',
    ...page,
    answers: (language) => ({ ...all, 'cards.where-is-card': card(language, 'in_parcel') }),
    press: typed,
    waitFor: '.deadlines input',
  },
  {
    name: 'cards-not-found',
    ...page,
    answers: () => ({ ...all, 'cards.where-is-card': {} }),
    press: typed,
    waitFor: '.deadlines input',
  },
  { name: 'cards-strange-code', ...page, answers: () => all, waitFor: '.deadlines input', press: ['7', 'Enter'] },
  { name: 'cards-refused', ...page, answers: () => all, deeds: { 'cards.make-batch': refused }, click: '.deadlines .button' },
  { name: 'cards-loading', ...page, answers: () => ({ ...all, 'cards.late-cards': 'loading' }) },
  { name: 'cards-no-network', ...page, answers: () => ({ ...all, 'cards.late-cards': 'no-network' }) },
  {
    name: 'cards-kept',
    ...page,
    answers: () => ({ 'cards.late-cards': { kept: late }, 'cards.custody-board': { kept: board } }),
  },
  { name: 'desk', ...desk, answers: () => all },
  { name: 'desk-empty-box', ...desk, answers: () => ({ 'cards.custody-board': nothing }) },
  { name: 'desk-loading', ...desk, answers: () => ({ 'cards.custody-board': 'loading' }) },
  { name: 'desk-no-network', ...desk, answers: () => ({ 'cards.custody-board': 'no-network' }) },
  {
    name: 'desk-card',
    ...desk,
    answers: (language) => ({ ...all, 'cards.where-is-card': card(language, 'at_office') }),
    press: typed,
    waitFor: '.deadlines input',
  },
  {
    name: 'desk-card-elsewhere',
    ...desk,
    answers: (language) => ({ ...all, 'cards.where-is-card': card(language, 'in_parcel') }),
    press: typed,
    waitFor: '.deadlines input',
  },
  { name: 'desk-parcel', ...desk, answers: () => all, press: [...parcel, ...typed], waitFor: '.deadlines input' },
  {
    name: 'desk-parcel-differs',
    ...desk,
    answers: () => all,
    deeds: { 'cards.receive-parcel': { state: 'done', output: short } },
    press: parcel,
    click: '.deadlines .button-primary',
    waitFor: '.deadlines input',
  },
];
