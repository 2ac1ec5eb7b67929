import { afterAll, beforeAll, expect, test } from 'vitest';
import { stoppedClock, systemClock } from '#platform/clock';
import { sql } from '#platform/database';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { cardsOfRegistrations, revokedCards } from '../queries/cards.ts';
import { custodyBoard } from '../queries/custody-board.ts';
import { oneDestruction, parcelAsPacked } from '../queries/lot-papers.ts';
import { uncollected } from '../queries/uncollected.ts';
import { whereIsCard } from '../queries/where-is-card.ts';
import { booksOf, OFFICE, orderedCards, PROVINCE } from '../testing/ordered-cards.ts';
import { checkCards } from './check-cards.ts';
import { checkProof } from './check-proof.ts';
import { declareLoss } from './declare-loss.ts';
import { declareParcelLost } from './declare-parcel-lost.ts';
import { destroyUncollected } from './destroy-uncollected.ts';
import { handOverCard } from './hand-over-card.ts';
import { handOverParcel } from './hand-over-parcel.ts';
import { makeBatch } from './make-batch.ts';
import { makeParcel } from './make-parcel.ts';
import { receiveFromMaker } from './receive-from-maker.ts';
import { receiveParcel } from './receive-parcel.ts';
import { recordWrongHandOver } from './record-wrong-hand-over.ts';
import { revokeCard } from './revoke-card.ts';
import { sendToMaker } from './send-to-maker.ts';
import { takeAcknowledgement } from './take-acknowledgement.ts';
import { upholdData } from './uphold-data.ts';

const clock = stoppedClock(systemClock.now().toString());
let house: TestHouse;
let anam: Actor;
const province = aPost('provincial-officer', PROVINCE);
const desk = aPost('counter-agent', OFFICE);
const carried = { carrier: 'Poste Maroc', seal: 'S-1' };
const fatima = { kind: 'head' as const, name: 'Fatima Benali', paper: 'cnie' as const, paperNumber: 'IC100' };

beforeAll(async () => {
  house = await openTestHouse({ clock });
  anam = await house.as('mehdi.cards');
});
afterAll(() => house.close());

const statesOf = async (serials: readonly string[]) => (await booksOf(house, serials)).map(({ state }) => state);
const given = (serial: string) => ({ serial, code: `RMD1:${serial}`, registration: `R${serial}`, recipient: fatima });

/** Cards checked and in ANAM's stock, by the deeds that bring them there. */
async function stocked(count: number): Promise<{ serials: string[] }> {
  const serials = await orderedCards(house, count);
  await produce(serials);
  return { serials };
}

async function produce(serials: readonly string[]): Promise<void> {
  const { batch } = expectDone(await house.do(anam, makeBatch, { territory: OFFICE }), 'batch');
  expectDone(await house.do(anam, checkProof, { batch, rejected: [] }), 'proof');
  expectDone(await house.do(anam, sendToMaker, { batch }), 'send');
  expectDone(await house.do(anam, takeAcknowledgement, { batch, reference: 'M', says: 'made' }), 'made');
  expectDone(await house.do(anam, receiveFromMaker, { batch, counted: serials.length }), 'receive');
  expectDone(await house.do(anam, checkCards, { batch, scanned: [...serials], isEmpty: true }), 'check');
}

async function underWay(count: number, territory = OFFICE) {
  const { serials } = await stocked(count);
  return { parcel: await ship(serials, territory), serials };
}

async function ship(serials: readonly string[], territory = OFFICE): Promise<string> {
  const { parcel } = expectDone(await house.do(anam, makeParcel, { territory, scanned: [...serials] }), 'pack');
  expectDone(await house.do(anam, handOverParcel, { parcel, ...carried }), 'leave');
  return parcel;
}

async function atOffice(count: number): Promise<string[]> {
  const { parcel, serials } = await underWay(count);
  expectDone(await house.do(desk, receiveParcel, { parcel, scanned: serials, isEmpty: true }), 'arrive');
  return serials;
}

async function where(serial: string) {
  const { card } = expectDone(await house.ask(anam, whereIsCard, { serial }), 'where');
  if (!card) throw new Error(`no card ${serial}`);
  return card;
}

test('a batch goes to the maker without the cards whose proof has a fault or that the maker cannot make; those wait until somebody has found their data right', async () => {
  const [faulty = '', impossible = '', good = ''] = await orderedCards(house, 3);
  const other = { territory: PROVINCE };
  const made = await expectProperDeed(house, makeBatch, { by: anam, input: { territory: OFFICE, most: 3 }, otherInput: other });
  const { batch } = made.output;
  expect(made.lines).toMatchObject([{ subject: `batch:${batch}`, territory: OFFICE }]);
  await expectRefused(house, makeBatch, { by: anam, input: { territory: OFFICE }, as: 'nothing-ordered' });
  await expectRefused(house, sendToMaker, { by: anam, input: { batch }, as: 'batch-not-ready' });
  const stranger = { batch, rejected: [{ serial: '000', reason: 'x' }] };
  await expectRefused(house, checkProof, { by: anam, input: stranger, as: 'card-unknown' });
  const rejected = [{ serial: faulty, reason: 'name cut off' }];
  const proof = { by: anam, input: { batch, rejected }, otherInput: { batch, rejected: [] } };
  const proofed = await expectProperDeed(house, checkProof, proof);
  expect(proofed.output).toEqual({ accepted: 2, rejected: 1 });
  expect(proofed.lines.map(({ reason }) => reason)).toContain('name cut off');
  await expectProperDeed(house, sendToMaker, { by: anam, input: { batch }, otherInput: { batch: 'L1' } });
  const taken = { batch, reference: 'M7', says: 'taken' as const, rejected: [{ serial: impossible, reason: 'no code' }] };
  await expectProperDeed(house, takeAcknowledgement, { by: anam, input: taken, otherInput: { ...taken, reference: 'M8' } });
  expect(await statesOf([faulty, impossible, good])).toEqual(['rejected_proof', 'rejected_proof', 'with_maker']);
  const again = { ...taken, rejected: [{ serial: faulty, reason: 'x' }], says: 'made' as const };
  await expectRefused(house, takeAcknowledgement, { by: anam, input: again, as: 'card-unknown' });
  await expectRefused(house, takeAcknowledgement, { by: anam, input: taken, as: 'batch-not-ready' });
  await expectRefused(house, makeBatch, { by: anam, input: { territory: OFFICE }, as: 'nothing-ordered' });
  const { rejected: waiting } = expectDone(await house.ask(anam, custodyBoard, {}), 'board');
  expect(waiting.map(({ serial, fault }) => [serial, fault])).toEqual([
    [faulty, 'name cut off'],
    [impossible, 'no code'],
  ]);
  await expectRefused(house, upholdData, { by: anam, input: { serial: '000', reason: 'x' }, as: 'card-unknown' });
  await expectRefused(house, upholdData, { by: anam, input: { serial: good, reason: 'x' }, as: 'card-not-rejected' });
  await expectRefused(house, upholdData, { by: desk, input: { serial: faulty, reason: 'x' }, as: 'not-allowed' });
  const found = { serial: faulty, reason: 'as on the birth certificate' };
  const upheld = await expectProperDeed(house, upholdData, { by: anam, input: found, otherInput: { ...found, reason: 'x' } });
  expect(upheld.lines).toMatchObject([{ subject: `card:${faulty}`, reason: 'as on the birth certificate' }]);
  expect(await statesOf([faulty, impossible])).toEqual(['ordered', 'rejected_proof']);
  expect(expectDone(await house.do(anam, makeBatch, { territory: OFFICE }), 'second')).toMatchObject({ cards: 1 });
});

test('a delivery that is short is told by its count, then card by card; what was missing stays the maker’s until it comes', async () => {
  const serials = await orderedCards(house, 3);
  const [late = '', ...there] = serials;
  const { batch } = expectDone(await house.do(anam, makeBatch, { territory: OFFICE }), 'batch');
  await house.do(anam, checkProof, { batch, rejected: [] });
  await house.do(anam, sendToMaker, { batch });
  await expectRefused(house, receiveFromMaker, { by: anam, input: { batch, counted: 2 }, as: 'batch-not-ready' });
  await house.do(anam, takeAcknowledgement, { batch, reference: 'M', says: 'made' });
  await expectRefused(house, checkCards, { by: anam, input: { batch, scanned: [], isEmpty: true }, as: 'batch-not-ready' });
  const received = { by: anam, input: { batch, counted: 2 }, otherInput: { batch, counted: 3 } };
  const short = await expectProperDeed(house, receiveFromMaker, received);
  expect(short).toMatchObject({ output: { expected: 3, counted: 2 }, lines: [{ reason: '2/3' }] });
  const half = { batch, scanned: there.slice(0, 1), isEmpty: false };
  expect(expectDone(await house.do(anam, checkCards, half), 'half')).toMatchObject({ checked: 1, left: 2, differences: [] });
  const checking = { batch, scanned: [...there, '0000000000'], isEmpty: true };
  const checked = await expectProperDeed(house, checkCards, { by: anam, input: checking, otherInput: half });
  expect(checked.output.differences).toEqual([
    { serial: '0000000000', kind: 'unknown' },
    { serial: late, kind: 'missing' },
  ]);
  expect(checked.lines).toMatchObject([{ subject: `batch:${batch}`, reason: `missing ${late}` }]);
  expect(await where(late)).toMatchObject({ holder: 'card-maker', differences: [{ kind: 'missing', settled: null }] });
  await house.do(anam, checkCards, { batch, scanned: [late], isEmpty: true });
  expect(await where(late)).toMatchObject({ state: 'checked', differences: [{ settled: 'found' }] });
  await expectRefused(house, checkProof, { by: anam, input: { batch: 'L00', rejected: [] }, as: 'batch-unknown' });
});

test('a card can be located at every moment of its way, by holder, place and last day', async () => {
  const { serials } = await stocked(2);
  const [serial = ''] = serials;
  expect(await where(serial)).toMatchObject({
    holder: 'anam',
    place: '',
    parcel: null,
    due: { days: 3, status: 'illustrative' },
  });
  const packing = { territory: PROVINCE, scanned: serials };
  const { output } = await expectProperDeed(house, makeParcel, {
    by: anam,
    input: packing,
    otherInput: { ...packing, territory: OFFICE },
  });
  const { parcel } = output;
  expect(await where(serial)).toMatchObject({ holder: 'anam', parcel });
  const board = expectDone(await house.ask(province, custodyBoard, {}), 'board');
  expect(board.parcels).toMatchObject([{ number: parcel, isSender: false, isReceiver: true }]);
  const own = expectDone(await house.ask(anam, custodyBoard, {}), 'own').parcels;
  expect(own).toContainEqual(expect.objectContaining({ number: parcel, isSender: true, isReceiver: false }));
  await expectRefused(house, makeParcel, { by: anam, input: packing, as: 'card-not-here' });
  await expectRefused(house, makeParcel, { by: anam, input: { ...packing, scanned: ['1'] }, as: 'card-unknown' });
  await expectRefused(house, receiveParcel, {
    by: province,
    input: { parcel, scanned: [], isEmpty: true },
    as: 'parcel-not-ready',
  });
  await expectRefused(house, handOverParcel, { by: province, input: { parcel, ...carried }, as: 'parcel-unknown' });
  const leaving = { by: anam, input: { parcel, ...carried }, otherInput: { parcel, carrier: 'x', seal: 'y' } };
  expect((await expectProperDeed(house, handOverParcel, leaving)).lines).toMatchObject([{ subject: `parcel:${parcel}` }]);
  await expectRefused(house, handOverParcel, { by: anam, input: { parcel, ...carried }, as: 'parcel-not-ready' });
  expect(await where(serial)).toMatchObject({ holder: 'carrier', place: parcel });
  const input = { parcel, scanned: serials, isEmpty: true };
  await expectRefused(house, receiveParcel, { by: desk, input, as: 'parcel-unknown' });
  await expectProperDeed(house, receiveParcel, { by: province, input, otherInput: { ...input, isEmpty: false } });
  expect(await where(serial)).toMatchObject({ holder: 'province', place: PROVINCE, parcel: null });
  const onward = { territory: OFFICE, scanned: serials };
  const second = expectDone(await house.do(province, makeParcel, onward), 'second').parcel;
  await house.do(province, handOverParcel, { parcel: second, ...carried });
  await house.do(desk, receiveParcel, { ...input, parcel: second });
  const last = await where(serial);
  expect(last).toMatchObject({ holder: 'counter', place: OFFICE, due: { days: 90 } });
  expect(last.passages.map(({ to }) => to).join(' ')).toBe(
    'batched with_maker made received checked in_parcel at_province in_parcel at_office',
  );
  expect(last.passages.at(-1)?.actor).toBe(desk.id);
  const packed = expectDone(await house.ask(desk, parcelAsPacked, { parcel: second }), 'as-packed').parcel;
  expect(packed?.cards.map((card) => card.serial)).toEqual(serials);
});

test('what a parcel lacks is missing by name until it is found or declared lost; then it is revoked', async () => {
  const { parcel, serials } = await underWay(3);
  const [lost = '', late = '', there = ''] = serials;
  const input = { parcel, scanned: [there], isEmpty: true };
  expect(expectDone(await house.do(desk, receiveParcel, input), 'short').differences).toHaveLength(2);
  await house.do(desk, receiveParcel, { ...input, scanned: [late], isEmpty: false });
  const losing = { parcel, reason: 'carrier says it fell off the lorry' };
  await expectRefused(house, declareParcelLost, { by: anam, input: { ...losing, parcel: 'P1' }, as: 'parcel-unknown' });
  const { lines } = await expectProperDeed(house, declareParcelLost, {
    by: anam,
    input: losing,
    otherInput: { ...losing, reason: 'x' },
  });
  expect(lines.map(({ subject }) => subject)).toEqual(expect.arrayContaining([`parcel:${parcel}`, `card:${lost}`]));
  await expectRefused(house, declareParcelLost, { by: anam, input: losing, as: 'parcel-not-ready' });
  expect(await where(lost)).toMatchObject({ state: 'lost_in_transit', differences: [{ settled: 'lost' }] });
  expect(await where(late)).toMatchObject({ state: 'at_office', differences: [{ settled: 'found' }] });
  const { cards } = expectDone(await house.ask(anam, revokedCards, {}), 'revoked');
  expect(cards).toContainEqual(expect.objectContaining({ serial: lost }));
  const found = expectDone(await house.do(desk, receiveParcel, { ...input, scanned: [lost] }), 'dead');
  expect(found.differences).toEqual([{ serial: lost, kind: 'dead' }]);
});

test('a parcel that was declared lost and turns up is received: its cards are worth nothing and stay so, each by its number', async () => {
  const { parcel, serials } = await underWay(2);
  expectDone(await house.do(anam, declareParcelLost, { parcel, reason: 'the lorry was stolen' }), 'lost');
  const opening = { parcel, scanned: serials, isEmpty: true };
  const { arrived, differences } = expectDone(await house.do(desk, receiveParcel, opening), 'found');
  expect(arrived).toBe(0);
  expect(differences).toEqual(serials.map((serial) => ({ serial, kind: 'dead' })));
  for (const serial of serials) {
    expect(await where(serial)).toMatchObject({ state: 'lost_in_transit', differences: [{ kind: 'dead' }] });
    await expectRefused(house, handOverCard, { by: desk, input: given(serial), as: 'card-not-here' });
  }
  await expectRefused(house, declareParcelLost, { by: anam, input: { parcel, reason: 'again' }, as: 'parcel-not-ready' });
});

test('a card revoked after it was packed stays behind when the parcel leaves', async () => {
  const { serials } = await stocked(2);
  const [dead = '', live = ''] = serials;
  const { parcel } = expectDone(await house.do(anam, makeParcel, { territory: OFFICE, scanned: serials }), 'pack');
  await house.do(anam, revokeCard, { serial: dead, becomes: 'revoked', reason: 'right closed' });
  expect(expectDone(await house.do(anam, handOverParcel, { parcel, ...carried }), 'leave')).toEqual({ cards: 1, left: [] });
  expect(await where(live)).toMatchObject({ place: parcel });
});

test('a card is given on proof and after a second reading of its own code, and is active', async () => {
  const [serial = '', other = ''] = await atOffice(2);
  const input = given(serial);
  await expectRefused(house, handOverCard, { by: desk, input: { ...input, code: `RMD1:${other}` }, as: 'code-differs' });
  await expectRefused(house, handOverCard, { by: desk, input: { ...input, registration: `R${other}` }, as: 'family-differs' });
  await expectRefused(house, handOverCard, { by: desk, input: { ...input, serial: '1' }, as: 'card-unknown' });
  await expectRefused(house, handOverCard, { by: province, input, as: 'not-allowed' });
  const wrong = { serial, isRecovered: true, reason: 'x' };
  await expectRefused(house, recordWrongHandOver, { by: desk, input: wrong, as: 'card-not-handed-over' });
  const { lines } = await expectProperDeed(house, handOverCard, { by: desk, input, otherInput: given(other) });
  expect(lines).toMatchObject([{ subject: `card:${serial}`, reason: 'head cnie' }]);
  const card = await where(serial);
  expect(card).toMatchObject({ state: 'active', holder: 'citizen', handOvers: [{ name: 'Fatima Benali', undone: null }] });
  expect(card.passages.slice(-2).map(({ to }) => to)).toEqual(['handed_over', 'active']);
  await expectRefused(house, handOverCard, { by: desk, input, as: 'card-not-here' });
});

test('a card given to the wrong family is back at the office, or lost and worth nothing; both leave their trace', async () => {
  const [back = '', gone = ''] = await atOffice(2);
  for (const serial of [back, gone]) await house.do(desk, handOverCard, given(serial));
  const input = { serial: back, isRecovered: true, reason: 'homonym' };
  const { lines } = await expectProperDeed(house, recordWrongHandOver, {
    by: desk,
    input,
    otherInput: { ...input, isRecovered: false },
  });
  expect(lines).toMatchObject([{ subject: `card:${back}`, reason: 'homonym' }]);
  expect(await where(back)).toMatchObject({
    state: 'at_office',
    place: OFFICE,
    handOvers: [{ undone: { as: 'recovered', why: 'homonym' } }],
  });
  await house.do(desk, handOverCard, given(back));
  expect((await where(back)).handOvers).toHaveLength(2);
  await house.do(desk, recordWrongHandOver, { serial: gone, isRecovered: false, reason: 'never came back' });
  expect(await where(gone)).toMatchObject({
    state: 'lost',
    holder: 'nobody',
    handOvers: [{ undone: { as: 'lost', why: 'never came back' } }],
  });
  await expectRefused(house, recordWrongHandOver, { by: desk, input: { ...input, serial: '1' }, as: 'card-unknown' });
});

test('a theft is declared with the report of the police; a loss without', async () => {
  const [stolen = '', lost = '', waiting = ''] = await atOffice(3);
  for (const serial of [stolen, lost]) await house.do(desk, handOverCard, given(serial));
  const theft = { serial: stolen, becomes: 'stolen' as const, declaredBy: 'Fatima Benali' };
  await expectRefused(house, declareLoss, { by: desk, input: theft, as: 'report-missing' });
  const input = { ...theft, report: 'PV 12/2026' };
  const { lines } = await expectProperDeed(house, declareLoss, { by: desk, input, otherInput: { ...input, report: 'PV 13' } });
  expect(lines).toMatchObject([{ reason: 'Fatima Benali, PV 12/2026' }]);
  await house.do(desk, declareLoss, { ...theft, serial: lost, becomes: 'lost' });
  expect(await statesOf([stolen, lost])).toEqual(['stolen', 'lost']);
  await expectRefused(house, declareLoss, { by: desk, input: { ...input, serial: waiting }, as: 'card-not-handed-over' });
  await expectRefused(house, declareLoss, { by: desk, input: { ...input, serial: '1' }, as: 'card-unknown' });
});

test('cards that nobody collected are destroyed before two witnesses, and not a day too soon', async () => {
  const serials = await atOffice(2);
  const input = { scanned: serials, witnesses: ['Driss Alaoui', 'Naima Saidi'] };
  await expectRefused(house, destroyUncollected, { by: province, input, as: 'not-yet-uncollected' });
  await expectRefused(house, destroyUncollected, { by: province, input: { ...input, scanned: ['1'] }, as: 'card-unknown' });
  await expectRefused(house, destroyUncollected, { by: desk, input, as: 'not-allowed' });
  const long = clock
    .now()
    .subtract({ hours: 24 * 91 })
    .toString();
  await sql`update cards.card set since = ${long} where serial = any(${serials})`.execute(house.owner.kysely);
  const asked = expectDone(await house.ask(province, uncollected, {}), 'uncollected');
  const tooLong = asked.cards.filter(({ state }) => state === 'at_office');
  expect([asked.days, tooLong.map(({ serial, office }) => [serial, office])]).toEqual([
    90,
    serials.map((serial) => [serial, OFFICE]),
  ]);
  const other = { ...input, scanned: serials.slice(1) };
  const { lines, output } = await expectProperDeed(house, destroyUncollected, { by: province, input, otherInput: other });
  expect(lines).toMatchObject([{ reason: expect.stringMatching(/^D\d{8}: Driss Alaoui, Naima Saidi$/) }, {}]);
  expect(await statesOf(serials)).toEqual(['destroyed', 'destroyed']);
  const { destruction } = expectDone(await house.ask(province, oneDestruction, { destruction: output.destruction }), 'minutes');
  expect(destruction).toMatchObject({ witnesses: input.witnesses, territory: PROVINCE });
  expect(destruction?.cards.map(({ serial, office }) => [serial, office])).toEqual(serials.map((serial) => [serial, OFFICE]));
  await expectRefused(house, destroyUncollected, { by: province, input, as: 'card-not-here' });
});

test('a family is given a duplicate of a card that is worth nothing; one lost on its way, or whose year is over, is made anew unasked', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  const registrations = [number];
  const cardsOf = async () => expectDone(await house.ask(ownHand, cardsOfRegistrations, { registrations }), 'cards').cards;
  const serial = (await cardsOf())[0]?.serial ?? '';
  const duplicate = deedNamed(house, 'cards.order-duplicate');
  await expectRefused(house, duplicate, { by: desk, input: { serial }, as: 'card-still-live' });
  await expectRefused(house, duplicate, { by: desk, input: { serial: '1' }, as: 'card-unknown' });
  await house.do(anam, revokeCard, { serial, becomes: 'lost', reason: 'told at the counter' });
  await expectProperDeed(house, duplicate, { by: desk, input: { serial }, otherInput: { serial: '1' } });
  const second = (await cardsOf())[1]?.serial ?? '';
  expect(await where(second)).toMatchObject({ state: 'ordered', replaces: serial });
  await produce([second]);
  await house.do(anam, declareParcelLost, { parcel: await ship([second]), reason: 'the lorry burnt' });
  await house.settle();
  expect((await cardsOf()).map(({ state }) => state)).toEqual(['lost', 'lost_in_transit', 'ordered']);
  await sql`update cards.card set valid_to = '2026-01-01', state = 'active'
    where registration_number = ${number} and state = 'ordered'`.execute(house.owner.kysely);
  await house.do(ownHand, deedNamed(house, 'cards.issue-cards'), { registrations });
  expect((await cardsOf()).map(({ state }) => state)).toEqual(['lost', 'lost_in_transit', 'expired', 'ordered']);
  await house.do(anam, revokeCard, { serial: (await cardsOf())[3]?.serial ?? '', becomes: 'lost', reason: 'again' });
  await sql`update entitlements.right_period set state = 'closed' where registration_number = ${number}`.execute(
    house.owner.kysely,
  );
  await expectRefused(house, duplicate, { by: desk, input: { serial }, as: 'right-not-open' });
});
