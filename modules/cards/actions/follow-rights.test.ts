import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectDone } from '#platform/jobs';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { custodyBoard } from '../queries/custody-board.ts';
import { followMove } from './follow-move.ts';
import type { orderAhead } from './order-ahead.ts';
import type { replaceOutdated } from './replace-outdated.ts';
import { upholdDecided } from './uphold-data.ts';
import { withdrawCards } from './withdraw-cards.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function aCarded(): Promise<string> {
  const [file = ''] = await register(house, aFamily('poor'));
  return (await registrationOf(house, file)).number;
}

async function cardsOf(number: string) {
  const { rows } = await house.owner.pool.query(
    'select serial, state, revoked_at is not null as revoked, replaces from cards.card where registration_number = $1 order by serial',
    [number],
  );
  return rows;
}

async function revokedBy(serial: string): Promise<number> {
  const { rows } = await house.owner.pool.query(
    "select 1 from platform.event where name = 'cards.revoked' and payload->'serials' ? $1",
    [serial],
  );
  return rows.length;
}

const others = { registrations: ['260000000000'] };

test('a household that changed gets a card that names it as it is, and the old one is worth nothing', async () => {
  const number = await aCarded();
  const deed = deedNamed(house, 'cards.replace-outdated') as ReturnType<typeof replaceOutdated>;
  const [old] = await cardsOf(number);
  const { output } = await expectProperDeed(house, deed, {
    ...{ by: ownHand, input: { registrations: [number] }, otherInput: others },
  });
  expect(output).toEqual({ cards: 1 });
  expect(await revokedBy(old.serial)).toBe(1);
  expect(await cardsOf(number)).toMatchObject([
    { serial: old.serial, state: 'replaced', revoked: true },
    { state: 'ordered', replaces: old.serial },
  ]);
  await expectRefused(house, deed, { by: await house.as('salma.anam'), input: others, as: 'not-allowed' });
  expect(await house.do(ownHand, deed, others)).toMatchObject({ output: { cards: 0 } });
});

test('what was rejected for its data is made again as it was once a correction is decided that wants no other card; by itself only', async () => {
  const number = await aCarded();
  const input = { registrations: [number] };
  expect(await house.do(ownHand, upholdDecided, input), 'a card that was not rejected is left').toMatchObject({
    output: { cards: 0 },
  });
  await house.owner.pool.query("update cards.card set state = 'rejected_proof' where registration_number = $1", [number]);
  const { output, lines } = await expectProperDeed(house, upholdDecided, { by: ownHand, input, otherInput: others });
  expect(output).toEqual({ cards: 1 });
  expect(lines).toMatchObject([{ reason: 'correction-decided' }]);
  expect(await cardsOf(number)).toMatchObject([{ state: 'ordered', revoked: false }]);
  await expectRefused(house, upholdDecided, { by: await house.as('mehdi.cards'), input, as: 'not-allowed' });
});

test('a household that changed while its rights were suspended has its card once they are given back, one that kept its card no second', async () => {
  const salma = await house.as('salma.anam');
  const deed = deedNamed(house, 'cards.replace-outdated') as ReturnType<typeof replaceOutdated>;
  for (const isChanged of [true, false]) {
    const registration = await aCarded();
    const stop = { registration, reason: 'papers-doubted' as const, note: 'asked for' };
    expectDone(await house.do(salma, deedNamed(house, 'entitlements.suspend-right'), stop), 'suspend-right');
    if (isChanged)
      expect(await house.do(ownHand, deed, { registrations: [registration] })).toMatchObject({ output: { cards: 0 } });
    const given = { registration, note: 'papers shown' };
    expectDone(await house.do(salma, deedNamed(house, 'entitlements.end-suspension'), given), 'end-suspension');
    await house.settle();
    const states = isChanged ? ['replaced', 'ordered'] : ['ordered'];
    expect((await cardsOf(registration)).map(({ state }) => state)).toEqual(states);
  }
});

test('the next card of a right that goes on is ordered as long before as a delivery may take, once, from the day after', async () => {
  const number = await aCarded();
  const deed = deedNamed(house, 'cards.order-ahead') as ReturnType<typeof orderAhead>;
  const ends = (days: number) =>
    Promise.all([
      house.owner.pool.query(
        'update entitlements.right_period set to_day = current_date + $2::int where registration_number = $1 and reason = $3',
        [number, days, 'registered'],
      ),
      house.owner.pool.query('update cards.card set valid_to = current_date + $2::int where registration_number = $1', [
        number,
        days,
      ]),
    ]);
  await ends(20);
  expect(await house.do(ownHand, deed, {})).toMatchObject({ output: { cards: 0, last: null } });
  await house.owner.pool.query(
    `insert into entitlements.right_period (id, registration_number, state, from_day, to_day, reason, known_from, territory)
    select gen_random_uuid(), number, 'open', current_date + 41, current_date + 1136, 'renewed', now(), territory
    from entitlements.registration where number = $1`,
    [number],
  );
  await ends(40);
  expect(await house.do(ownHand, deed, {})).toMatchObject({ output: { cards: 0 } });
  await house.owner.pool.query(
    "update entitlements.right_period set from_day = current_date + 21 where registration_number = $1 and reason = 'renewed'",
    [number],
  );
  await ends(20);
  const { output } = await expectProperDeed(house, deed, { by: ownHand, input: {}, otherInput: { after: '1' } });
  expect(output).toEqual({ cards: 1, last: null });
  expect(await house.do(ownHand, deed, {})).toMatchObject({ output: { cards: 0 } });
  const { rows } = await house.owner.pool.query(
    'select valid_from - current_date as days, state from cards.card where registration_number = $1 order by valid_from',
    [number],
  );
  expect(rows).toMatchObject([{}, { days: 21, state: 'ordered' }]);
  await expectRefused(house, deed, { by: await house.as('salma.anam'), input: {}, as: 'not-allowed' });
});

test('a card follows its family to another commune, once; whoever tells it must be the house itself', async () => {
  const number = await aCarded();
  await house.owner.pool.query("update entitlements.registration set territory = '05.091.01.01' where number = $1", [number]);
  const input = { registrations: [number] };
  const { output } = await expectProperDeed(house, followMove, { by: ownHand, input, otherInput: others });
  expect(output).toEqual({ moved: 1, waiting: 0 });
  expect(await house.do(ownHand, followMove, input)).toMatchObject({ output: { moved: 0 } });
  await expectRefused(house, followMove, { by: await house.as('salma.anam'), input: others, as: 'not-allowed' });
});

test('the card of a family whose rights are closed is withdrawn once', async () => {
  const number = await aCarded();
  await expectProperDeed(house, withdrawCards, { by: ownHand, input: { registrations: [number] }, otherInput: others });
  const [card] = await cardsOf(number);
  expect(card).toMatchObject({ state: 'revoked', revoked: true });
  expect(await revokedBy(card.serial)).toBe(1);
  expect(await house.do(ownHand, withdrawCards, { registrations: [number] })).toMatchObject({ output: { withdrawn: 0 } });
  await expectRefused(house, withdrawCards, { by: await house.as('salma.anam'), input: others, as: 'not-allowed' });
});

test('a family that fits no card holds up nobody else’s: it is shown with what is wrong until that is put right', async () => {
  const numbers = [await aCarded(), await aCarded()];
  const [odd = ''] = numbers;
  const bornIn = (year: string) =>
    house.owner.pool.query(
      `update registry.household_member set birth_date = $2::date where ref = 1 and household_id =
         (select household_id from entitlements.registration where number = $1)`,
      [odd, `${year}-02-03`],
    );
  const { rows } = await house.owner.pool.query(
    'select m.birth_date::text as day from registry.household_member m join entitlements.registration r using (household_id) where r.number = $1 and m.ref = 1',
    [odd],
  );
  await bornIn('1788');
  const deed = deedNamed(house, 'cards.replace-outdated') as ReturnType<typeof replaceOutdated>;
  expect(await house.do(ownHand, deed, { registrations: numbers })).toMatchObject({ output: { cards: 1 } });
  const officer = await house.as('mehdi.cards');
  const unmade = async () => expectDone(await house.ask(officer, custodyBoard, {}), 'board').unmade;
  expect(await unmade()).toMatchObject([{ registration: odd, fault: 'birth-year' }]);
  await bornIn(rows[0].day.slice(0, 4));
  await house.do(ownHand, deedNamed(house, 'cards.issue-cards'), { registrations: [odd] });
  expect(await unmade()).toEqual([]);
  expect((await cardsOf(odd)).at(-1)).toMatchObject({ state: 'ordered' });
});
