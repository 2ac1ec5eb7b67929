import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';

/** A card whose number is right. */
export const serial = '5000000019';
const stage = { normal: 8, warning: 9, late: 10, status: 'illustrative', usual: 11.4, isSeen: true };
export const late: QuestionOutput<'cards.late-cards'> = {
  days: 30,
  stages: [
    { state: 'with_maker', holder: 'card-maker', ...stage, brake: { state: 'with_maker', holder: 'card-maker' } },
    { state: 'in_parcel', holder: 'carrier', ...stage, normal: 1, warning: 2, late: 3, usual: 1, isSeen: false },
  ],
  standings: [
    { province: '05.081', state: 'with_maker', all: 412, warning: 31, late: 6, foreseen: 118, oldest: '2026-11-10T09:00:00Z' },
    { province: '05.081', state: 'in_parcel', all: 96, warning: 0, late: 0, foreseen: 0, oldest: '2026-11-28T09:00:00Z' },
  ],
};
const since = '2026-11-27T09:00:00Z';
/** ANAM's parcel, as the card officer sees it. */
export const underWay: QuestionOutput<'cards.custody-board'>['parcels'][number] = {
  ...{ number: 'P00000013', origin: '', territory: '05.081', state: 'under_way', since },
  ...{ cards: 96, carrier: 'Barid', inside: 96, isSender: true, isReceiver: false },
};
export const board: QuestionOutput<'cards.custody-board'> = {
  ordered: [{ province: '05.081', cards: 240 }],
  open: 7,
  unmade: [{ registration: '264000000125', fault: 'birth-year', since, territory: '05.081.03.07' }],
  rejected: [{ serial: '5000000087', registration: '264000000133', fault: 'Prénom coupé', since, territory: '05.081.03.07' }],
  batches: [
    {
      number: 'L00000013',
      territory: '05.081',
      state: 'made_up',
      since,
      cards: 500,
      counted: null,
      missing: 0,
      maker_fault: null,
    },
    {
      number: 'L00000021',
      territory: '05.081',
      state: 'proofed',
      since,
      cards: 320,
      counted: null,
      missing: 0,
      maker_fault: null,
    },
    {
      ...{ number: 'L00000045', territory: '05.081', state: 'acknowledged', since, cards: 40, counted: null, missing: 0 },
      maker_fault: 'seal-wrong',
    },
    {
      number: 'L00000037',
      territory: '05.081',
      state: 'checked',
      since,
      cards: 412,
      counted: 410,
      missing: 2,
      maker_fault: null,
    },
  ],
  parcels: [
    underWay,
    {
      number: 'P00000021',
      origin: '05.081',
      territory: '05.081.03.07',
      state: 'short',
      since,
      cards: 40,
      carrier: null,
      ...{ inside: 3, isSender: false, isReceiver: false },
    },
  ],
  stock: [
    { state: 'checked', place: '', next: '05.081', cards: 412, isHere: true },
    { state: 'at_office', place: '05.081.03.07', next: '05.081.03.07', cards: 37, isHere: true },
  ],
};
export const nothing: typeof board = { ordered: [], unmade: [], rejected: [], batches: [], parcels: [], stock: [], open: 0 };

type Shown = 'at_office' | 'in_parcel' | 'active' | 'lost';
const holders: Readonly<Record<Shown, string>> = {
  at_office: 'counter',
  in_parcel: 'carrier',
  active: 'citizen',
  lost: 'nobody',
};

export function card(language: Language, state: Shown): QuestionOutput<'cards.where-is-card'> {
  return {
    card: {
      ...{ serial, registration: '264000000125', territory: '05.081.03.07', state, since, replaces: null },
      ...{ holder: holders[state], place: placeOf(state), parcel: null, isHere: state === 'at_office' },
      ...(placeOf(state) === '' ? {} : { due: { on: '2026-11-30', days: 3, status: 'illustrative' } }),
      members: membersIn(language),
      passages: [
        { to: 'checked', at: '2026-11-26T09:00:00Z', holder: 'anam', place: '', actor: null },
        { to: 'in_parcel', at: since, holder: 'carrier', place: 'P00000013', actor: null },
      ],
      handOvers: [
        {
          ...{ recipient: 'head', name: 'Fatima Benali', paper: 'cnie', at: '2026-11-28T10:00:00Z', actor: 'hanane.azilal' },
          undone: { at: '2026-11-28T10:20:00Z', as: 'recovered', why: 'Benali / Benalia' },
        },
      ],
      differences: [{ kind: 'missing', at: '2026-11-28T09:00:00Z', place: '05.081.03.07', settled: 'found', note: null }],
    },
  };
}

function placeOf(state: Shown): string {
  if (state === 'in_parcel') return 'P00000013';
  return state === 'at_office' ? '05.081.03.07' : '';
}

function membersIn(language: Language) {
  const names = language === 'ar' ? { ar: { family: 'بنعلي', given: 'فاطمة' } } : { fr: { family: 'Benali', given: 'Fatima' } };
  return [
    { names, birthYear: 1982 },
    { names, birthYear: 2008 },
  ];
}

/** A batch of two cards, at one of its steps. */
export function sheet(language: Language, state: string): QuestionOutput<'cards.batch-sheet'> {
  const validity = { territory: '05.081.03.07', validFrom: '2026-11-29', validTo: '2029-11-28', code: 'RMD1:' };
  return {
    batch: {
      ...{ number: 'L00000013', territory: '05.081', state, madeUpAt: since, cards: 412 },
      ...{ file: null, reference: null },
    },
    cards: [serial, '5000000024'].map((one) => ({
      ...{ serial: one, registration: '264000000125', state: 'batched', members: membersIn(language) },
      ...validity,
    })),
  };
}

export const waiting: QuestionOutput<'cards.uncollected'> = {
  days: 90,
  cards: [serial, '5000000024'].map((one) => ({
    ...{ serial: one, registration: '264000000125', office: '05.081.03.07' },
    ...{
      since: '2026-07-01T09:00:00Z',
      ...(one === serial ? { dueOn: '2026-09-29', state: 'at_office' } : { dueOn: null, state: 'revoked' }),
    },
  })),
};

export function family(language: Language): QuestionOutput<'cards.cards-of-family'> {
  return {
    cards: [
      { serial: '5000000024', state: 'active', since, territory: '05.081.03.07' },
      { serial, state: 'lost', since: '2026-01-10T09:00:00Z', territory: '05.081.03.07' },
    ],
    members: membersIn(language),
  };
}

type Open = QuestionOutput<'cards.open-differences'>;
const atOffice = { place: '05.081.03.07', isHere: true } as const;
const inParcel = { kind: 'parcel', number: 'P00000021' } as const;

/** One difference of each kind, a wrong count, and parcels that are late, short and lost. */
export const differences: Open = {
  places: [
    { place: '', open: 2, oldest: since },
    { place: '05.081', open: 1, oldest: since },
    { place: '05.081.03.07', open: 240, oldest: since },
  ],
  differences: [
    {
      ...{ id: 1, serial, kind: 'missing', since, days: 3, place: '', isHere: true, next: 'scan', sayable: [] },
      ...{ lot: { kind: 'batch', number: 'L00000037' }, card: { state: 'made', place: '' } },
    },
    {
      ...{ id: 2, serial: '5000000024', kind: 'not-made', since, days: 3, place: '', isHere: true, next: 'say' },
      ...{ sayable: ['in-order'], lot: { kind: 'batch', number: 'L00000045' }, card: { state: 'checked', place: '' } },
    },
    {
      ...{ id: 3, serial: '5000000032', kind: 'elsewhere', since, days: 2, place: '05.081', isHere: true, next: 'say' },
      ...{ sayable: ['returned', 'not-there'], lot: inParcel, card: { state: 'active', place: '' } },
    },
    {
      ...{ id: 4, serial: '5000000040', kind: 'missing', since, days: 2, ...atOffice, next: 'scan', sayable: [] },
      ...{ lot: inParcel, card: { state: 'in_parcel', place: 'P00000021' } },
    },
    {
      ...{ id: 5, serial: '5000000057', kind: 'dead', since, days: 1, ...atOffice, next: 'destroy', sayable: ['not-there'] },
      ...{ lot: null, card: { state: 'expired', place: '05.081.03.07' } },
    },
    {
      ...{ id: 6, serial: '5000000065', kind: 'unknown', since, days: 1, ...atOffice, next: 'say' },
      ...{ sayable: ['returned', 'not-there'], lot: inParcel, card: null },
    },
    {
      ...{ id: 7, serial: '5000000073', kind: 'moved', since, days: 1, ...atOffice, next: 'fetch', sayable: [] },
      ...{ lot: null, card: { state: 'at_office', place: '05.081.03.07' } },
    },
  ],
  counts: [{ number: 'L00000053', territory: '05.081', since, counted: 398, expected: 412 }],
  parcels: [
    { ...underWay, number: 'P00000021', state: 'short', inside: 1, isSender: false, isReceiver: true, dueOn: '2026-11-30' },
    { ...underWay, dueOn: '2026-11-28' },
    { ...underWay, number: 'P00000039', state: 'lost', inside: 0, isSender: false, isReceiver: true, dueOn: '2026-11-28' },
  ],
};

/** The same as a province or an office sees it: what ANAM has is not there. */
export const differencesOfProvince: Open = {
  ...differences,
  differences: differences.differences.map((one) => ({ ...one, isHere: one.place !== '' })),
};
export const settled: Open = { places: [], differences: [], counts: [], parcels: [] };
