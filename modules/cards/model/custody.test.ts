import { expect, test } from 'vitest';
import { lawAt } from '#law';
import { type CustodyDeed, countScanned, custodyAfter, custodyPassages, isDead, mayPass } from './custody.ts';
import { type CardState, cardStates } from './lifecycle.ts';
import { clockOfStage, stageDueOn } from './stage-clock.ts';

const states = Object.keys(cardStates) as CardState[];
const deeds = Object.keys(custodyPassages) as CustodyDeed[];

test('no deed of custody brings back to life a card that is worth nothing', () => {
  expect(deeds.filter((deed) => states.some((state) => isDead(state) && mayPass(state, deed)))).toEqual([]);
});

test('a card with the carrier, a province or an office has its place; with one holder alone it needs none', () => {
  expect(custodyAfter('leaveAnam', 'P00000011')).toEqual({ state: 'in_parcel', place: 'P00000011' });
  expect(custodyAfter('reachOffice', '05.081.03.07').place).toBe('05.081.03.07');
  for (const deed of ['send', 'check', 'activate', 'loseInHand'] as const) expect(custodyAfter(deed, 'x').place).toBe('');
});

test('every stage in which somebody is waited for has its delay, and those to the province keep within the thirty days', () => {
  const waits = states.filter((state) => !isDead(state) && !['handed_over', 'active', 'uncollected'].includes(state));
  expect(Object.keys(clockOfStage).sort()).toEqual(waits.sort());
  const { cards, deadlines } = lawAt('2026-11-29');
  const way = ['ordered', 'batched', 'withMaker', 'made', 'received', 'checked', 'inParcel'] as const;
  const days = way.reduce((sum, stage) => sum + cards[stage].value.late, 0);
  expect(days).toBeLessThanOrEqual(deadlines.cardDelivery.value.late);
  expect(stageDueOn('in_parcel', '2026-11-29T10:00:00Z')).toBe('2026-12-02');
});

test('a count tells what is strange about each card, and takes in what may have come', () => {
  const books = new Map(
    (
      [
        ['1', 'in_parcel', true],
        ['2', 'in_parcel', false],
        ['3', 'lost', true],
        ['4', 'active', false],
      ] as const
    ).map(([serial, state, isExpected]) => [serial, { serial, state, isExpected }]),
  );
  expect(countScanned(['1', '1', '2', '3', '4', '5'], books, 'reachOffice')).toEqual({
    arrived: ['1', '2'],
    differences: [
      { serial: '2', kind: 'surplus' },
      { serial: '3', kind: 'dead' },
      { serial: '4', kind: 'elsewhere' },
      { serial: '5', kind: 'unknown' },
    ],
  });
});
