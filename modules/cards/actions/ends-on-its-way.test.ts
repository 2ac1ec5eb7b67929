import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { cardsOfRegistrations } from '../queries/cards.ts';
import { whereIsCard } from '../queries/where-is-card.ts';
import { booksOf, OFFICE, orderedCards, PROVINCE } from '../testing/ordered-cards.ts';
import { checkCards } from './check-cards.ts';
import { checkProof } from './check-proof.ts';
import { declareMissing } from './declare-missing.ts';
import { expireCards } from './expire-cards.ts';
import { handOverParcel } from './hand-over-parcel.ts';
import { makeBatch } from './make-batch.ts';
import { makeParcel } from './make-parcel.ts';
import { receiveFromMaker } from './receive-from-maker.ts';
import { receiveParcel } from './receive-parcel.ts';
import { sendToMaker } from './send-to-maker.ts';
import { takeAcknowledgement } from './take-acknowledgement.ts';

let house: TestHouse;
let anam: Actor;
const province = aPost('provincial-officer', PROVINCE);
const desk = aPost('counter-agent', OFFICE);

beforeAll(async () => {
  house = await openTestHouse();
  anam = await house.as('mehdi.cards');
});
afterAll(() => house.close());

async function cardsOf(number: string) {
  return expectDone(await house.ask(ownHand, cardsOfRegistrations, { registrations: [number] }), 'cards').cards;
}

async function aBatch(): Promise<string> {
  const { batch } = expectDone(await house.do(anam, makeBatch, { territory: OFFICE }), 'batch');
  expectDone(await house.do(anam, checkProof, { batch, rejected: [] }), 'proof');
  expectDone(await house.do(anam, sendToMaker, { batch }), 'send');
  return batch;
}

async function check(batch: string, scanned: readonly string[]) {
  await house.do(anam, takeAcknowledgement, { batch, reference: 'M', says: 'made' });
  expectDone(await house.do(anam, receiveFromMaker, { batch, counted: scanned.length }), 'receive');
  return expectDone(await house.do(anam, checkCards, { batch, scanned: [...scanned], isEmpty: true }), 'check').differences;
}

/** Its last day was ten days ago: the right of today began later. */
async function isOver(...serials: readonly string[]): Promise<void> {
  await house.owner.pool.query(
    "update cards.card set valid_from = '2020-01-01', valid_to = current_date - 10 where serial = any($1)",
    [serials],
  );
}

test.each(['ordered', 'with_maker', 'in_parcel', 'at_province'])(
  'a card that is over while %s ends, when the next year is paid and at night: its family has that year’s alone',
  async (state) => {
    for (const by of ['cards.issue-cards', 'night'] as const) {
      const [file = ''] = await register(house, aFamily('poor'));
      const { number } = await registrationOf(house, file);
      const [first] = await cardsOf(number);
      await house.owner.pool.query('update cards.card set state = $2 where serial = $1', [first?.serial, state]);
      await isOver(first?.serial ?? '');
      if (by === 'night') expectDone(await house.do(ownHand, expireCards, {}), 'expire-cards');
      else expectDone(await house.do(ownHand, deedNamed(house, by), { registrations: [number] }), by);
      await house.settle();
      expect((await cardsOf(number)).map((card) => card.state)).toEqual(['expired', 'ordered']);
    }
  },
);

test('a card that is over is dead in the box of the maker and in its parcel, and a parcel short of nothing else is complete', async () => {
  const [over = '', gone = '', there = ''] = await orderedCards(house, 3);
  const batch = await aBatch();
  await isOver(over);
  expectDone(await house.do(ownHand, expireCards, {}), 'expire-cards');
  expect(await check(batch, [over, gone, there])).toContainEqual({ serial: over, kind: 'dead' });
  const packed = { territory: OFFICE, scanned: [gone, there] };
  const { parcel } = expectDone(await house.do(anam, makeParcel, packed), 'pack');
  expectDone(await house.do(anam, handOverParcel, { parcel, carrier: 'Poste Maroc', seal: 'S-1' }), 'leave');
  expectDone(await house.do(desk, receiveParcel, { parcel, scanned: [there], isEmpty: true }), 'short');
  await isOver(gone);
  expectDone(await house.do(ownHand, expireCards, {}), 'expire-cards');
  const { rows } = await house.owner.pool.query('select state from cards.parcel where number = $1', [parcel]);
  expect(rows).toEqual([{ state: 'received' }]);
  expect(await booksOf(house, [gone])).toMatchObject([{ state: 'expired', place: '', parcel: null }]);
  const { card } = expectDone(await house.ask(anam, whereIsCard, { serial: gone }), 'where');
  expect(card?.differences).toMatchObject([{ kind: 'missing', settled: 'lost' }]);
});

test('a card that is gone from the maker’s box or from a stock is lost by who should have it, another is ordered, and its scan says dead', async () => {
  const [missing = '', gone = '', there = ''] = await orderedCards(house, 3);
  const batch = await aBatch();
  await check(batch, [gone, there]);
  const reason = 'not in the box, nor at the maker';
  const input = { serial: missing, reason };
  await expectRefused(house, declareMissing, { by: desk, input, as: 'card-not-here' });
  await expectRefused(house, declareMissing, { by: anam, input: { ...input, serial: '1' }, as: 'card-unknown' });
  await expectRefused(house, declareMissing, { by: await house.as('fatima.auditor'), input, as: 'not-allowed' });
  const { lines } = await expectProperDeed(house, declareMissing, {
    ...{ by: anam, input, otherInput: { ...input, reason: 'x' } },
  });
  expect(lines).toMatchObject([{ subject: `card:${missing}`, reason }]);
  await expectRefused(house, declareMissing, { by: anam, input, as: 'card-not-here' });
  const again = expectDone(await house.do(anam, checkCards, { batch, scanned: [missing], isEmpty: true }), 'again');
  expect(again.differences).toEqual([{ serial: missing, kind: 'dead' }]);
  const seenAt = async () =>
    expectDone(await house.ask(anam, whereIsCard, { serial: missing }), 'where').card?.differences.at(-1);
  expect(await seenAt()).toMatchObject({ kind: 'dead', place: '' });
  const { parcel } = expectDone(await house.do(anam, makeParcel, { territory: OFFICE, scanned: [gone, there] }), 'pack');
  expectDone(await house.do(anam, handOverParcel, { parcel, carrier: 'Poste Maroc', seal: 'S-1' }), 'leave');
  const lost = { serial: gone, reason: 'not in the drawer' };
  await expectRefused(house, declareMissing, { by: desk, input: lost, as: 'card-not-here' });
  expectDone(await house.do(desk, receiveParcel, { parcel, scanned: [gone, there], isEmpty: true }), 'arrive');
  expectDone(await house.do(desk, receiveParcel, { parcel, scanned: [missing], isEmpty: true }), 'stray');
  expect(await seenAt()).toMatchObject({ kind: 'dead', place: OFFICE, settled: null });
  await expectRefused(house, declareMissing, { by: anam, input: lost, as: 'card-not-here' });
  expectDone(await house.do(desk, declareMissing, lost), 'declare-missing');
  expect(await booksOf(house, [missing, gone, there])).toMatchObject([
    { state: 'lost' },
    { state: 'lost' },
    { state: 'at_office' },
  ]);
});

test.each(['made', 'checked', 'at_province', 'at_office'])(
  'a family whose card is gone while %s has another ordered unasked',
  async (state) => {
    const [file = ''] = await register(house, aFamily('poor'));
    const { number } = await registrationOf(house, file);
    const serial = (await cardsOf(number))[0]?.serial ?? '';
    const place = { at_province: PROVINCE, at_office: OFFICE }[state] ?? '';
    const by = { at_province: province, at_office: desk }[state] ?? anam;
    await house.owner.pool.query('update cards.card set state = $2, place = $3 where serial = $1', [serial, state, place]);
    const { card } = expectDone(await house.ask(by, whereIsCard, { serial }), 'where');
    expect(card).toMatchObject({ isHere: true });
    expectDone(await house.do(by, declareMissing, { serial, reason: 'searched for' }), 'declare-missing');
    await house.settle();
    expect((await cardsOf(number)).map((one) => one.state)).toEqual(['lost', 'ordered']);
  },
);
