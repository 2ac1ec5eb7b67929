import { toDate } from '#platform/dates';
import type { CardsListDocument, ListedCard } from './cards-list.ts';

const holders: readonly ListedCard['holder'][] = [
  { latin: 'BENALI Fatima Zahra', arabic: 'فاطمة الزهراء بنعلي' },
  { latin: 'BENCHEKROUN EL IDRISSI EL HASSANI Moulay Abdelhamid', arabic: 'مولاي عبد الحميد بنشقرون الإدريسي الحسني' },
  { latin: '', arabic: 'عائشة أڭنسوس' },
  { latin: 'TOUZANI Rkia', arabic: '' },
];

/** Sixty invented cards: more than a page of any paper. */
const cards: readonly ListedCard[] = Array.from({ length: 60 }, (_, place) => ({
  ...{ serial: String(5_000_000_010 + place), registration: String(264_000_000_100 + place) },
  ...{ holder: holders[place % holders.length] ?? { latin: '', arabic: '' }, persons: 1 + (place % 7) },
  ...{ validity: [toDate('2026-11-29'), toDate('2029-11-28')] as const, since: toDate('2026-07-01') },
  office: { latin: 'Azilal', arabic: 'أزيلال' },
}));

export function cardsPaper(kind: CardsListDocument['kind']): CardsListDocument {
  return {
    ...{ kind, cards, number: 'P00000013', on: toDate('2026-11-29'), place: { latin: 'Azilal', arabic: 'أزيلال' } },
    witnesses: kind === 'destruction' ? ['Driss Alaoui', 'نعيمة السعيدي'] : [],
  };
}
