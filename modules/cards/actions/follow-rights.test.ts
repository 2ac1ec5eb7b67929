import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { replaceOutdated } from './replace-outdated.ts';
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

const others = { registrations: ['260000000000'] };

test('a household that changed gets a card that names it as it is, and the old one is worth nothing', async () => {
  const number = await aCarded();
  const deed = deedNamed(house, 'cards.replace-outdated') as ReturnType<typeof replaceOutdated>;
  const [old] = await cardsOf(number);
  const { output } = await expectProperDeed(house, deed, {
    ...{ by: ownHand, input: { registrations: [number] }, otherInput: others },
  });
  expect(output).toEqual({ cards: 1 });
  expect(await cardsOf(number)).toMatchObject([
    { serial: old.serial, state: 'replaced', revoked: true },
    { state: 'ordered', replaces: old.serial },
  ]);
  await expectRefused(house, deed, { by: await house.as('salma.anam'), input: others, as: 'not-allowed' });
  expect(await house.do(ownHand, deed, others)).toMatchObject({ output: { cards: 0 } });
});

test('the card of a family whose rights are closed is withdrawn once', async () => {
  const number = await aCarded();
  await expectProperDeed(house, withdrawCards, { by: ownHand, input: { registrations: [number] }, otherInput: others });
  expect(await cardsOf(number)).toMatchObject([{ state: 'revoked', revoked: true }]);
  expect(await house.do(ownHand, withdrawCards, { registrations: [number] })).toMatchObject({ output: { withdrawn: 0 } });
  await expectRefused(house, withdrawCards, { by: await house.as('salma.anam'), input: others, as: 'not-allowed' });
});
