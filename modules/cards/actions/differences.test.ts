import { afterAll, beforeAll, expect, test } from 'vitest';
import { stoppedClock, systemClock } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { custodyBoard } from '../queries/custody-board.ts';
import { oneDestruction } from '../queries/lot-papers.ts';
import { openDifferences } from '../queries/open-differences.ts';
import { uncollected } from '../queries/uncollected.ts';
import { waitingElsewhere } from '../queries/waiting-elsewhere.ts';
import { whereIsCard } from '../queries/where-is-card.ts';
import { booksOf, OFFICE, OTHER_OFFICE, orderedCards, PROVINCE } from '../testing/ordered-cards.ts';
import { checkCards } from './check-cards.ts';
import { checkProof } from './check-proof.ts';
import { declareLoss } from './declare-loss.ts';
import { declareParcelLost } from './declare-parcel-lost.ts';
import { destroyUncollected } from './destroy-uncollected.ts';
import { expireCards } from './expire-cards.ts';
import { followMove } from './follow-move.ts';
import { handOverCard } from './hand-over-card.ts';
import { handOverParcel } from './hand-over-parcel.ts';
import { makeBatch } from './make-batch.ts';
import { makeParcel } from './make-parcel.ts';
import { receiveFromMaker } from './receive-from-maker.ts';
import { receiveParcel } from './receive-parcel.ts';
import { revokeCard } from './revoke-card.ts';
import { sendToMaker } from './send-to-maker.ts';
import { settleDifference } from './settle-difference.ts';
import { takeAcknowledgement } from './take-acknowledgement.ts';

const clock = stoppedClock(systemClock.now().toString());
let house: TestHouse;
let anam: Actor;
const province = aPost('provincial-officer', PROVINCE);
const desk = aPost('counter-agent', OFFICE);
const otherDesk = aPost('counter-agent', OTHER_OFFICE);
const witnesses = ['Driss Alaoui', 'Naima Saidi'];
const reason = 'searched for';

beforeAll(async () => {
  house = await openTestHouse({ clock });
  anam = await house.as('mehdi.cards');
});
afterAll(() => house.close());

async function sent(territory = OFFICE): Promise<string> {
  const { batch } = expectDone(await house.do(anam, makeBatch, { territory }), 'batch');
  expectDone(await house.do(anam, checkProof, { batch, rejected: [] }), 'proof');
  expectDone(await house.do(anam, sendToMaker, { batch }), 'send');
  return batch;
}

async function made(territory = OFFICE): Promise<string> {
  const batch = await sent(territory);
  expectDone(await house.do(anam, takeAcknowledgement, { batch, reference: 'M', says: 'made' }), 'made');
  return batch;
}

async function stocked(count: number, territory = OFFICE): Promise<string[]> {
  const serials = await orderedCards(house, count, territory);
  const batch = await made(territory);
  expectDone(await house.do(anam, receiveFromMaker, { batch, counted: count }), 'receive');
  expectDone(await house.do(anam, checkCards, { batch, scanned: serials, isEmpty: true }), 'check');
  return serials;
}

async function ship(scanned: readonly string[], territory = OFFICE): Promise<string> {
  const { parcel } = expectDone(await house.do(anam, makeParcel, { territory, scanned: [...scanned] }), 'pack');
  expectDone(await house.do(anam, handOverParcel, { parcel, carrier: 'Poste', seal: 'S1' }), 'leave');
  return parcel;
}

async function atOffice(count: number): Promise<string[]> {
  const serials = await stocked(count);
  const parcel = await ship(serials);
  expectDone(await house.do(desk, receiveParcel, { parcel, scanned: serials, isEmpty: true }), 'arrive');
  return serials;
}

const boardOf = async (actor: Actor) => expectDone(await house.ask(actor, openDifferences, {}), 'open-differences');
const openOf = async (actor: Actor, serial: string) =>
  (await boardOf(actor)).differences.filter((difference) => difference.serial === serial);
const historyOf = async (serial: string) =>
  expectDone(await house.ask(anam, whereIsCard, { serial }), 'where').card?.differences.map(({ kind, settled }) => [
    kind,
    settled,
  ]);

test('a card that loses its worth in a stock lies there still, stands on the board of the place, and is destroyed with its trace', async () => {
  const [expired = '', revoked = '', lost = ''] = await atOffice(3);
  await house.owner.pool.query(
    "update cards.card set valid_from = '2020-01-01', valid_to = current_date - 10 where serial = $1",
    [expired],
  );
  expectDone(await house.do(ownHand, expireCards, {}), 'expire');
  for (const [serial, becomes] of [
    [revoked, 'revoked'],
    [lost, 'stolen'],
  ] as const)
    expectDone(await house.do(anam, revokeCard, { serial, becomes, reason }), 'revoke');
  expect(await booksOf(house, [expired, revoked, lost])).toMatchObject([
    { state: 'expired', place: OFFICE },
    { state: 'revoked', place: OFFICE },
    { state: 'stolen', place: '' },
  ]);
  expect(await openOf(desk, expired)).toMatchObject([{ kind: 'dead', place: OFFICE, lot: null, isHere: true, next: 'destroy' }]);
  expect(await openOf(desk, lost)).toEqual([]);
  expect(await openOf(otherDesk, expired)).toEqual([]);
  const input = { scanned: [expired, revoked], witnesses };
  await expectRefused(house, destroyUncollected, { by: anam, input, as: 'card-not-here' });
  await expectRefused(house, destroyUncollected, { by: desk, input, as: 'not-allowed' });
  await expectRefused(house, destroyUncollected, { by: province, input: { ...input, scanned: [lost] }, as: 'card-not-here' });
  const listed = expectDone(await house.ask(province, uncollected, {}), 'uncollected').cards;
  expect(listed).toContainEqual(expect.objectContaining({ serial: expired, office: OFFICE, state: 'expired', dueOn: null }));
  const { output, lines } = await expectProperDeed(house, destroyUncollected, {
    ...{ by: province, input, otherInput: { ...input, scanned: [expired] } },
  });
  expect(output.destroyed).toBe(2);
  expect(lines.map(({ subject }) => subject).sort()).toEqual([`card:${expired}`, `card:${revoked}`].sort());
  const minutes = expectDone(await house.ask(province, oneDestruction, { destruction: output.destruction }), 'minutes');
  expect(minutes.destruction?.cards.map(({ serial, why, office }) => [serial, why, office]).sort()).toEqual(
    [
      [expired, 'expired', OFFICE],
      [revoked, 'revoked', OFFICE],
    ].sort(),
  );
  expect(await booksOf(house, [expired, revoked])).toMatchObject([
    { state: 'expired', place: '' },
    { state: 'revoked', place: '' },
  ]);
  expect(await historyOf(expired)).toEqual([['dead', 'destroyed']]);
  await expectRefused(house, destroyUncollected, { by: province, input, as: 'card-not-here' });
});

test('a dead card that a box held is found once a place, and destroyed by who holds it: by the province, or by ANAM what the maker’s box held', async () => {
  const serials = await stocked(2);
  const parcel = await ship(serials);
  expectDone(await house.do(anam, declareParcelLost, { parcel, reason }), 'lost');
  for (const isEmpty of [false, true])
    expectDone(await house.do(desk, receiveParcel, { parcel, scanned: serials, isEmpty }), 'after-all');
  const [first = '', second = ''] = serials;
  expect(await openOf(province, first)).toMatchObject([{ kind: 'dead', lot: { kind: 'parcel', number: parcel } }]);
  expectDone(await house.do(province, destroyUncollected, { scanned: [first], witnesses }), 'destroy');
  expect(await historyOf(first)).toEqual([['dead', 'destroyed']]);
  const id = (await openOf(desk, second))[0]?.id ?? 0;
  const said = { difference: id, as: 'not-there' as const, note: 'fell behind the shelf and is gone' };
  expectDone(await house.do(desk, settleDifference, said), 'settle');
  await expectRefused(house, destroyUncollected, { by: province, input: { scanned: [second], witnesses }, as: 'card-not-here' });

  const [dead = ''] = await orderedCards(house, 1);
  const batch = await made();
  expectDone(await house.do(anam, revokeCard, { serial: dead, becomes: 'revoked', reason }), 'revoke');
  expectDone(await house.do(anam, receiveFromMaker, { batch, counted: 1 }), 'receive');
  expectDone(await house.do(anam, checkCards, { batch, scanned: [dead], isEmpty: true }), 'check');
  expect(await openOf(anam, dead)).toMatchObject([{ kind: 'dead', place: '', isHere: true }]);
  await expectRefused(house, destroyUncollected, { by: province, input: { scanned: [dead], witnesses }, as: 'card-not-here' });
  const here = expectDone(await house.ask(anam, uncollected, {}), 'at ANAM').cards;
  expect(here.map(({ serial, office }) => [serial, office])).toContainEqual([dead, '']);
  expectDone(await house.do(anam, destroyUncollected, { scanned: [dead], witnesses }), 'destroy at ANAM');
  expect(await openOf(anam, dead)).toEqual([]);
});

test('a stray card is settled by who found it, in words, and in no other way than its kind allows', async () => {
  const [given = '', other = ''] = await atOffice(2);
  const recipient = { kind: 'head' as const, name: 'Fatima', paper: 'cnie' as const, paperNumber: 'IC1' };
  for (const serial of [given, other])
    expectDone(
      await house.do(desk, handOverCard, { serial, code: `RMD1:${serial}`, registration: `R${serial}`, recipient }),
      'give',
    );
  const parcel = await ship(await stocked(1));
  const found = { parcel, scanned: [given, other, '4999999995'], isEmpty: false };
  expectDone(await house.do(desk, receiveParcel, found), 'stray');
  const [stray] = await openOf(desk, given);
  expect(stray).toMatchObject({ kind: 'elsewhere', next: 'say', sayable: ['returned', 'not-there'], card: { state: 'active' } });
  const input = { difference: stray?.id ?? 0, as: 'returned' as const, note: 'its family forgot it at the desk' };
  for (const [by, as] of [
    [otherDesk, 'difference-unknown'],
    [anam, 'difference-unknown'],
    [await house.as('fatima.auditor'), 'not-allowed'],
  ] as const)
    await expectRefused(house, settleDifference, { by, input, as });
  await expectRefused(house, settleDifference, { by: desk, input: { ...input, as: 'in-order' }, as: 'settlement-unfit' });
  const { lines } = await expectProperDeed(house, settleDifference, { by: desk, input, otherInput: { ...input, note: 'x' } });
  expect(lines).toMatchObject([{ subject: `card:${given}`, reason: `returned: ${input.note}` }]);
  await expectRefused(house, settleDifference, { by: desk, input, as: 'difference-settled' });
  const { card } = expectDone(await house.ask(desk, whereIsCard, { serial: given }), 'where');
  expect(card).toMatchObject({ state: 'active', differences: [{ settled: 'returned', note: input.note }] });
  // Found at the desk again, and this time its family says that it lost it: it lies here, worth nothing.
  expectDone(await house.do(desk, declareLoss, { serial: other, becomes: 'lost', declaredBy: 'Fatima' }), 'loss');
  expect(await openOf(desk, other)).toMatchObject([{ kind: 'elsewhere', next: 'destroy' }]);
  expectDone(await house.do(province, destroyUncollected, { scanned: [other], witnesses }), 'destroy');
  expect(await historyOf(other)).toEqual([['elsewhere', 'destroyed']]);
  expect(await openOf(desk, '4999999995')).toMatchObject([{ kind: 'unknown', card: null }]);
});

test('a stray card that comes to where it should be is found; one of another office that is worth nothing is destroyed where it is by the province', async () => {
  const parcel = await ship(await stocked(1));
  const [early = ''] = await orderedCards(house, 1);
  const batch = await made();
  const [foreign = ''] = await orderedCards(house, 1, OTHER_OFFICE);
  expectDone(await house.do(desk, receiveParcel, { parcel, scanned: [early, foreign], isEmpty: false }), 'stray');
  expect(await openOf(desk, early)).toMatchObject([{ kind: 'elsewhere', card: { state: 'made' } }]);
  expectDone(await house.do(anam, receiveFromMaker, { batch, counted: 1 }), 'receive');
  expectDone(await house.do(anam, checkCards, { batch, scanned: [early], isEmpty: true }), 'check');
  expect(await historyOf(early)).toEqual([['elsewhere', 'found']]);
  expect(await openOf(desk, foreign)).toMatchObject([{ kind: 'unknown', card: null, next: 'say' }]);
  expect(await openOf(province, foreign)).toMatchObject([{ card: { state: 'ordered' }, next: 'say' }]);
  await expectRefused(house, destroyUncollected, { by: province, input: { scanned: [foreign], witnesses }, as: 'card-not-here' });
  expectDone(await house.do(anam, revokeCard, { serial: foreign, becomes: 'revoked', reason }), 'revoke');
  expect(await openOf(province, foreign)).toMatchObject([{ kind: 'unknown', next: 'destroy' }]);
  expectDone(await house.do(province, destroyUncollected, { scanned: [foreign], witnesses }), 'destroy');
  expect(await historyOf(foreign)).toEqual([['unknown', 'destroyed']]);
});

test('what is missing, a wrong count and a parcel that is late, short or lost stand on the board until they end', async () => {
  const serials = await orderedCards(house, 3);
  const batch = await made();
  expectDone(await house.do(anam, receiveFromMaker, { batch, counted: 2 }), 'receive');
  expect((await boardOf(anam)).counts).toContainEqual(expect.objectContaining({ number: batch, counted: 2, expected: 3 }));
  const [missing = '', ...there] = serials;
  expectDone(await house.do(anam, checkCards, { batch, scanned: there, isEmpty: true }), 'check');
  expect((await boardOf(anam)).counts.map(({ number }) => number)).not.toContain(batch);
  expect(await openOf(anam, missing)).toMatchObject([{ kind: 'missing', place: '', next: 'scan', lot: { number: batch } }]);
  const before = expectDone(await house.ask(anam, custodyBoard, {}), 'board').open;
  expectDone(await house.do(anam, checkCards, { batch, scanned: [missing], isEmpty: true }), 'found');
  expect(expectDone(await house.ask(anam, custodyBoard, {}), 'board').open).toBe(before - 1);
  expect(await historyOf(missing)).toEqual([['missing', 'found']]);

  const parcel = await ship(serials);
  const troubled = async (actor: Actor) => (await boardOf(actor)).parcels.find(({ number }) => number === parcel);
  expect(await troubled(desk)).toBeUndefined();
  await house.owner.pool.query("update cards.parcel set since = since - interval '20 days' where number = $1", [parcel]);
  expect(await troubled(desk)).toMatchObject({ state: 'under_way', isReceiver: true, isSender: false });
  expect(await troubled(anam)).toMatchObject({ isReceiver: false, isSender: true });
  expectDone(await house.do(desk, receiveParcel, { parcel, scanned: there, isEmpty: true }), 'short');
  expect(await troubled(desk)).toMatchObject({ state: 'short', inside: 1 });
  expectDone(await house.do(anam, declareParcelLost, { parcel, reason }), 'lost');
  expect(await troubled(desk)).toBeUndefined();
  const gone = await ship(await stocked(1));
  expectDone(await house.do(anam, declareParcelLost, { parcel: gone, reason }), 'all lost');
  expect((await boardOf(desk)).parcels).toContainEqual(expect.objectContaining({ number: gone, state: 'lost' }));
  expectDone(await house.do(desk, receiveParcel, { parcel: gone, scanned: [], isEmpty: true }), 'after all');
  expect((await boardOf(desk)).parcels.map(({ number }) => number)).not.toContain(gone);
});

test('a card that the maker says it could not make, and that was scanned in another box, ends in a difference somebody looks at', async () => {
  const [stray = ''] = await orderedCards(house, 1);
  const late = await sent();
  const [own = ''] = await orderedCards(house, 1);
  const early = await made();
  expectDone(await house.do(anam, receiveFromMaker, { batch: early, counted: 2 }), 'receive');
  const { differences } = expectDone(
    await house.do(anam, checkCards, { batch: early, scanned: [own, stray], isEmpty: true }),
    'check',
  );
  expect(differences).toEqual([{ serial: stray, kind: 'surplus' }]);
  expect(await historyOf(stray)).toEqual([['surplus', 'taken-in']]);
  const said = { batch: late, reference: 'M', says: 'made' as const, rejected: [{ serial: stray, reason: 'printer' }] };
  const unknown = { ...said, rejected: [{ serial: own, reason: 'printer' }] };
  await expectRefused(house, takeAcknowledgement, { by: anam, input: unknown, as: 'card-unknown' });
  expect(expectDone(await house.do(anam, takeAcknowledgement, said), 'ack')).toMatchObject({ cards: 0, rejected: 0 });
  expect(await booksOf(house, [stray])).toMatchObject([{ state: 'checked' }]);
  const [open] = await openOf(anam, stray);
  expect(open).toMatchObject({ kind: 'not-made', lot: { number: late }, next: 'say', sayable: ['in-order'] });
  const looked = { difference: open?.id ?? 0, as: 'in-order' as const, note: 'its code is read well' };
  expectDone(await house.do(anam, settleDifference, looked), 'settle');
  expect(await openOf(anam, stray)).toEqual([]);
});

test('a card that waits at the old office of a family that moved is fetched there: its family is told, the new office too, and the card is known there afterwards', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number, territory } = await registrationOf(house, file);
  const serialOf = async () =>
    (await house.owner.pool.query('select serial, territory from cards.card where registration_number = $1', [number])).rows[0];
  const { serial } = await serialOf();
  const NEW = '05.091.01.01';
  const newDesk = aPost('counter-agent', NEW);
  await house.owner.pool.query("update cards.card set state = 'at_office', place = territory where serial = $1", [serial]);
  const moveTo = (place: string) =>
    house.owner.pool.query('update entitlements.registration set territory = $2 where number = $1', [number, place]);
  const elsewhere = async (actor: Actor) =>
    expectDone(await house.ask(actor, waitingElsewhere, { registration: number }), 'waiting-elsewhere').cards;
  await moveTo(NEW);
  const deed = { by: ownHand, input: { registrations: [number] }, otherInput: { registrations: ['260000000000'] } };
  expect((await expectProperDeed(house, followMove, deed)).output).toEqual({ moved: 0, waiting: 1 });
  expect(await house.do(ownHand, followMove, deed.input)).toMatchObject({ output: { moved: 0, waiting: 0 } });
  const oldDesk = aPost('counter-agent', territory);
  expect(await openOf(oldDesk, serial)).toMatchObject([{ kind: 'moved', place: territory, next: 'fetch' }]);
  expect(await elsewhere(newDesk)).toMatchObject([{ serial, place: territory }]);
  expect(await elsewhere(aPost('counter-agent', OTHER_OFFICE))).toEqual([]);
  const { rows } = await house.owner.pool.query(
    "select 1 from platform.event where name = 'cards.waits-at-old-office' and payload->'registrations' ? $1",
    [number],
  );
  expect(rows).toHaveLength(1);
  const { credential: code } = (await house.owner.pool.query('select credential from cards.card where serial = $1', [serial]))
    .rows[0];
  const recipient = { kind: 'proxy' as const, name: 'Fatima', paper: 'power-of-attorney' as const, paperNumber: '7' };
  expectDone(await house.do(oldDesk, handOverCard, { serial, code, registration: number, recipient }), 'give');
  expect(await historyOf(serial)).toEqual([['moved', 'handed-over']]);
  await house.settle();
  expect(await serialOf()).toMatchObject({ territory: NEW });
});

test('a card that has not left ANAM follows its family; one that is packed goes where it was sent, and its family is told when it is there', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number, territory } = await registrationOf(house, file);
  const found = async () =>
    (await house.owner.pool.query('select serial, state, territory from cards.card where registration_number = $1', [number]))
      .rows[0];
  const { serial } = await found();
  for (const state of ['batched', 'with_maker', 'made', 'received', 'checked']) {
    const to = (await found()).territory === territory ? '05.091.01.01' : territory;
    await house.owner.pool.query('update cards.card set state = $2 where serial = $1', [serial, state]);
    await house.owner.pool.query('update entitlements.registration set territory = $2 where number = $1', [number, to]);
    expect(await house.do(ownHand, followMove, { registrations: [number] })).toMatchObject({ output: { moved: 1 } });
    expect(await found()).toMatchObject({ state, territory: to });
  }
  const at = (await found()).territory as string;
  const parcel = await ship([serial], at);
  await house.owner.pool.query('update entitlements.registration set territory = $2 where number = $1', [number, OTHER_OFFICE]);
  expect(await house.do(ownHand, followMove, { registrations: [number] })).toMatchObject({ output: { moved: 0, waiting: 0 } });
  const old = aPost('counter-agent', at);
  expectDone(await house.do(old, receiveParcel, { parcel, scanned: [serial], isEmpty: true }), 'arrive');
  await house.settle();
  expect(await openOf(old, serial)).toMatchObject([{ kind: 'moved', place: at }]);
});
