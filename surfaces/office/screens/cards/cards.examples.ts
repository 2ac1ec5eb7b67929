import type { Example } from '../../testing/example.ts';
import { board, card, family, late, nothing, serial, sheet, underWay, waiting } from './cards-shown.ts';

const all = { 'cards.late-cards': late, 'cards.custody-board': board };
const page = { path: '/cards', as: 'card-officer' } as const;
const desk = { path: '/desk', as: 'counter-agent' } as const;
const typed = [...serial, 'Enter'];
const parcel = [...'P00000013', 'Enter'];
const batch = [...'L00000013', 'Enter'];
/** A key that does nothing, pressed as long as an answer takes. */
const pause = Array.from({ length: 12 }, () => 'Shift');
const refused = {
  state: 'refused' as const,
  module: 'cards',
  refusal: { refused: 'nothing-ordered' },
};
/** The card of a family that moved here waits at its old office. */
const fetched = { cards: [{ serial, place: '05.081.01.01', since: '2026-11-27T09:00:00Z' }] };
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
  { name: 'cards-rejected-upheld', ...page, answers: () => all, click: '.cards-rejected .button' },
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
    ...{ name: 'desk-card-missing-asked', ...desk, press: typed, waitFor: '.deadlines input' },
    answers: (language) => ({ ...all, 'cards.where-is-card': card(language, 'at_office') }),
    click: '.deadlines form ~ .buttons .button',
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
  ...['made_up', 'proofed', 'sent', 'acknowledged', 'made', 'received'].map(
    (state): Example => ({
      ...{ name: `cards-batch-${state}`, ...page, press: batch, waitFor: '.deadlines input' },
      answers: (language) => ({ ...all, 'cards.batch-sheet': sheet(language, state) }),
    }),
  ),
  {
    ...{ name: 'cards-batch-unknown', ...page, press: batch, waitFor: '.deadlines input' },
    answers: () => ({ ...all, 'cards.batch-sheet': { cards: [] } }),
  },
  {
    ...{ name: 'cards-proof-faulty', ...page, press: [...batch, ...pause, ...typed], waitFor: '.deadlines input' },
    answers: (language) => ({ ...all, 'cards.batch-sheet': sheet(language, 'made_up') }),
  },
  {
    ...{ name: 'cards-count-mismatch', ...page, press: [...batch, ...pause, ...'398', 'Enter'], waitFor: '.deadlines input' },
    answers: (language) => ({ ...all, 'cards.batch-sheet': sheet(language, 'made') }),
    deeds: { 'cards.receive-from-maker': { state: 'done', output: { expected: 412, counted: 398 } } },
  },
  { name: 'cards-packing', ...page, answers: () => all, click: '.cards-stock .button' },
  {
    ...{ name: 'cards-parcel-packed', ...page, press: parcel, waitFor: '.deadlines input' },
    answers: () => ({ ...all, 'cards.custody-board': { ...board, parcels: [{ ...underWay, state: 'packed', carrier: null }] } }),
  },
  { name: 'cards-parcel-under-way', ...page, answers: () => all, press: parcel, waitFor: '.deadlines input' },
  {
    ...{
      name: 'cards-parcel-lost-asked',
      ...page,
      press: [...parcel, ...pause, ...'perdu', 'Enter'],
      waitFor: '.deadlines input',
    },
    answers: () => all,
  },
  {
    ...{ name: 'cards-parcel-opened', ...page, as: 'provincial-officer', press: parcel, waitFor: '.deadlines input' },
    answers: () => ({
      ...all,
      'cards.custody-board': { ...board, parcels: [{ ...underWay, isSender: false, isReceiver: true }] },
    }),
  },
  {
    ...{ name: 'cards-parcel-unknown', ...page, press: parcel, waitFor: '.deadlines input' },
    answers: () => ({ ...all, 'cards.custody-board': nothing }),
  },
  {
    ...{ name: 'cards-uncollected', ...page, as: 'provincial-officer', click: '.cards-uncollected .button' },
    answers: () => ({ ...all, 'cards.uncollected': waiting }),
  },
  {
    ...{ name: 'cards-uncollected-none', ...page, as: 'provincial-officer', click: '.cards-uncollected .button' },
    answers: () => ({ ...all, 'cards.uncollected': { ...waiting, cards: [] } }),
  },
  {
    ...{ name: 'desk-family', ...desk, press: [...'264000000125', 'Enter'], waitFor: '.deadlines input' },
    answers: (language) => ({ ...all, 'cards.cards-of-family': family(language), 'cards.waiting-elsewhere': { cards: [] } }),
  },
  {
    ...{ name: 'desk-family-none', ...desk, press: [...'264000000125', 'Enter'], waitFor: '.deadlines input' },
    answers: () => ({ ...all, 'cards.cards-of-family': { cards: [], members: [] }, 'cards.waiting-elsewhere': fetched }),
  },
  ...(['active', 'lost'] as const).flatMap((state): Example[] => {
    const shown: Example = {
      ...{ name: `desk-card-${state}`, ...desk, press: typed, waitFor: '.deadlines input' },
      answers: (language) => ({ ...all, 'cards.where-is-card': card(language, state) }),
    };
    return [shown, { ...shown, name: `desk-card-${state}-asked`, click: '.deadlines .buttons .button' }];
  }),
];
