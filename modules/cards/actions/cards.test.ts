import { afterAll, beforeAll, expect, test } from 'vitest';
import { duesOfRegistrations, recordPayment } from '#modules/contributions';
import { addDays, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { atTheBranch, bank, deedNamed, ownHand, pay, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { checkCredential } from '../model/credential-text.ts';
import { cardsOfRegistrations, cardToPrint, revokedCards } from '../queries/cards.ts';
import { orderedCards } from '../testing/ordered-cards.ts';
import { expireCards } from './expire-cards.ts';
import { revokeCard } from './revoke-card.ts';

let house: TestHouse;
let officer: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('mehdi.cards');
});
afterAll(() => house.close());

async function cardsOf(file: string) {
  const { number } = await registrationOf(house, file);
  return expectDone(await house.ask(ownHand, cardsOfRegistrations, { registrations: [number] }), 'cards').cards;
}

/** The birth years of a signed code; who signed it is not what is asked. */
async function yearsInCode(code: string): Promise<readonly number[]> {
  const read = await checkCredential(code, async () => true, { on: toDate('2026-01-01') });
  return 'claims' in read && read.claims.kind === 'card' ? read.claims.birthYears : [];
}

async function aCard(): Promise<string> {
  const [serial = ''] = await orderedCards(house, 1);
  return serial;
}

test('a family with open rights gets one card, one that has yet to pay gets none', async () => {
  const [poor = ''] = await register(house, aFamily('poor'));
  const [vulnerable = ''] = await register(house, aFamily('vulnerable'));
  expect(await cardsOf(poor)).toMatchObject([{ state: 'ordered' }]);
  expect(await cardsOf(vulnerable)).toEqual([]);
  await pay(house, vulnerable);
  await house.settle();
  expect(await cardsOf(vulnerable)).toHaveLength(1);
});

/** A vulnerable family ten days before its first year ends, its second paid. */
async function aPaidAhead(meanwhile?: (number: string) => Promise<unknown>): Promise<{ file: string; number: string }> {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  await pay(house, file);
  await house.settle();
  const { number } = await registrationOf(house, file);
  const older = (table: string, days: string, column: string) =>
    house.owner.pool.query(`update ${table} set ${days} where ${column} = $1`, [number]);
  const by = (days: number) => `from_day = from_day - ${days}, to_day = to_day - ${days}`;
  await older('entitlements.right_period', by(355), 'registration_number');
  await older('entitlements.registration', 'registered_on = registered_on - 355', 'number');
  await older('entitlements.beneficiary', 'from_day = from_day - 355', 'registration_number');
  const active = "state = 'active', valid_from = valid_from - 355, valid_to = valid_to - 355";
  await older('cards.card', active, 'registration_number');
  await meanwhile?.(number);
  expectDone(await house.do(ownHand, deedNamed(house, 'entitlements.ask-next-year'), {}), 'ask-next-year');
  const { dues } = expectDone(await house.ask(ownHand, duesOfRegistrations, { registrations: [number] }), 'dues');
  const next = dues.find(({ state }) => state === 'notified');
  const paid = { payment: newId(), notice: next?.notice ?? '', amountCentimes: next?.amount_centimes ?? 0, ...atTheBranch };
  expectDone(await house.do(bank, recordPayment, paid), 'pay');
  await house.settle();
  return { file, number };
}

test('a vulnerable family that pays for its second year has that year’s card before the first is over; the night ends the first', async () => {
  const { file, number } = await aPaidAhead();
  const [first, second, ...more] = await cardsOf(file);
  expect(more).toEqual([]);
  expect([first?.state, second?.state]).toEqual(['active', 'ordered']);
  expect(second?.valid_from).toBe(addDays(toDate(first?.valid_to ?? ''), 1).toString());
  await house.do(ownHand, deedNamed(house, 'cards.issue-cards'), { registrations: [number] });
  expect(await cardsOf(file)).toHaveLength(2);
  await house.owner.pool.query('update cards.card set valid_to = current_date - 1 where serial = $1', [first?.serial]);
  await house.owner.pool.query('update cards.card set valid_from = current_date where serial = $1', [second?.serial]);
  const night = newId();
  for (const isAgain of [false, true])
    expect(await house.do(ownHand, expireCards, {}, night)).toMatchObject({ output: { expired: 1 }, repeated: isAgain });
  expect(await linesOf(house, night)).toMatchObject([{ subject: `card:${first?.serial}` }]);
  await expectRefused(house, expireCards, { by: officer, input: {}, as: 'not-allowed' });
  await house.settle();
  expect((await cardsOf(file)).map(({ state }) => state)).toEqual(['expired', 'ordered']);
});

test('a card names the persons whom its code counts, whatever is learned of the family after it was ordered', async () => {
  const { file } = await aPaidAhead((number) =>
    house.owner.pool.query(
      `update entitlements.beneficiary set to_day = (select valid_to from cards.card where registration_number = $1)
         where registration_number = $1 and ref = (select max(ref) from entitlements.beneficiary where registration_number = $1)`,
      [number],
    ),
  );
  const [first, second] = await cardsOf(file);
  const printed = async (serial = '') => expectDone(await house.ask(officer, cardToPrint, { serial }), 'print').card;
  const [now, next] = [await printed(first?.serial), await printed(second?.serial)];
  for (const card of [now, next])
    expect(card?.persons.map(({ birthYear }) => birthYear)).toEqual(await yearsInCode(card?.credential ?? ''));
  expect(next?.persons).toHaveLength((now?.persons.length ?? 0) - 1);
  await house.owner.pool.query(
    'update entitlements.beneficiary set to_day = current_date - 1 where registration_number = $1 and ends_by is not null',
    [now?.registration_number],
  );
  expect(await printed(first?.serial)).toEqual(now);
});

test('a household that changed has its next year’s card anew as well, and that one stands in the way of no duplicate', async () => {
  const { file, number } = await aPaidAhead();
  const days = (await cardsOf(file)).map((card) => card.valid_from);
  const replaced = await house.do(ownHand, deedNamed(house, 'cards.replace-outdated'), { registrations: [number] });
  expect(replaced).toMatchObject({ output: { cards: 2 } });
  const [, , ...anew] = await cardsOf(file);
  expect(anew.map((card) => card.valid_from).sort()).toEqual(days.sort());
  await house.owner.pool.query("update cards.card set state = 'active' where serial = $1", [anew[0]?.serial]);
  await house.do(officer, revokeCard, { serial: anew[0]?.serial ?? '', becomes: 'lost', reason: 'told at the counter' });
  const duplicate = await house.do(aPost('counter-agent', '05'), deedNamed(house, 'cards.order-duplicate'), {
    serial: anew[0]?.serial,
  });
  expect(duplicate).toMatchObject({ output: { cards: 1 } });
});

test('no second card is made while the first is worth something; a lost or a damaged one is replaced', async () => {
  const issue = deedNamed(house, 'cards.issue-cards');
  for (const becomes of ['lost', 'damaged'] as const) {
    const [file = ''] = await register(house, aFamily());
    const registrations = [(await registrationOf(house, file)).number];
    expect(await house.do(ownHand, issue, { registrations })).toMatchObject({ output: { signing: null, cards: 0 } });
    const [first] = await cardsOf(file);
    await house.do(officer, revokeCard, { serial: first?.serial ?? '', becomes, reason: 'told at the counter' });
    const input = { registrations };
    const { lines } = await expectProperDeed(house, issue, { by: ownHand, input, otherInput: { registrations: ['1'] } });
    expect(lines).toMatchObject([{ book: '05.081', reason: registrations[0] }]);
    expect((await cardsOf(file)).map((card) => card.state)).toEqual([becomes, 'ordered']);
  }
});

test('a revoked card is on the list that readers without a network carry', async () => {
  const serial = await aCard();
  const input = { serial, becomes: 'stolen' as const, reason: 'declared to the police' };
  const deed = { by: officer, input, otherInput: { ...input, becomes: 'lost' as const } };
  const { lines } = await expectProperDeed(house, revokeCard, deed);
  expect(lines).toMatchObject([{ subject: `card:${serial}`, reason: 'declared to the police' }]);
  const { cards } = expectDone(await house.ask(officer, revokedCards, {}), 'revoked');
  expect(cards).toContainEqual(expect.objectContaining({ serial, state: 'stolen' }));
});

test('a card that is worth nothing cannot lose its worth again, whatever it died of', async () => {
  for (const becomes of ['lost', 'stolen', 'damaged', 'revoked'] as const) {
    const serial = await aCard();
    await house.do(officer, revokeCard, { serial, becomes, reason: 'first' });
    await expectRefused(house, revokeCard, { by: officer, input: { serial, becomes, reason: 'again' }, as: 'card-not-live' });
  }
});

test('a card that nobody made is unknown, and so is the card of another province', async () => {
  const input = { serial: '0000000000', becomes: 'lost' as const, reason: 'never seen' };
  await expectRefused(house, revokeCard, { by: officer, input, as: 'card-unknown' });
  const elsewhere = aPost('card-officer', '05.091');
  await expectRefused(house, revokeCard, { by: elsewhere, input: { ...input, serial: await aCard() }, as: 'card-unknown' });
});

test('a counter agent revokes no card', async () => {
  const input = { serial: await aCard(), becomes: 'lost' as const, reason: 'told at the counter' };
  await expectRefused(house, revokeCard, { by: await house.as('hanane.azilal'), input, as: 'not-allowed' });
});
