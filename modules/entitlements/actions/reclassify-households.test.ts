import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { contestAdmitted, hear } from '../../../surfaces/testing/appeals-road.ts';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { dueOf, ownHand, pay, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { reclassifyHouseholds } from './reclassify-households.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** Registered as vulnerable, and found poor on appeal; the agency has not heard of it yet. */
async function foundPoor(): Promise<string> {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  await hear(house, await contestAdmitted(house, file), { outcome: 'reformed', category: 'poor' });
  return file;
}

test('a family found poor on appeal owes nothing any more, and what waited for its payment opens from that day', async () => {
  const file = await foundPoor();
  const { number } = await registrationOf(house, file);
  await sql`update entitlements.right_period set from_day = from_day - 100 where registration_number = ${number}`.execute(
    house.owner.kysely,
  );
  const deed = { by: ownHand, input: { applications: [file] }, otherInput: { applications: [newId<'application'>()] } };
  const { output, lines } = await expectProperDeed(house, reclassifyHouseholds, deed);
  expect(output.reclassified).toEqual([number]);
  const { notice, state } = await dueOf(house, file);
  expect(state).toBe('waived');
  expect(lines.map(({ subject }) => subject).sort()).toEqual(
    [`application:${file}`, `due:${notice}`, `registration:${number}`].sort(),
  );
  expect(await registrationOf(house, file)).toMatchObject({ category: 'poor' });
  const { rows } = await sql<{ state: string; days: number }>`
    select state, to_day - from_day + 1 as days from entitlements.right_period
    where registration_number = ${number} and known_to is null order by from_day`.execute(house.owner.kysely);
  expect(rows).toEqual([
    { state: 'pending_payment', days: 100 },
    { state: 'open', days: 1096 },
  ]);
  expect(await house.do(ownHand, reclassifyHouseholds, deed.input)).toMatchObject({ output: { reclassified: [] } });
});

test('what was paid stays paid', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  await pay(house, file);
  await house.settle();
  await hear(house, await contestAdmitted(house, file), { outcome: 'reformed', category: 'poor' });
  await house.settle();
  expect(await dueOf(house, file)).toMatchObject({ state: 'paid' });
  expect(await registrationOf(house, file)).toMatchObject({ category: 'poor', right: { state: 'open' } });
});

test('a family that nobody found poor stays as it is, and no agent changes it by hand', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  const input = { applications: [file] };
  expect(await house.do(ownHand, reclassifyHouseholds, input)).toMatchObject({ output: { reclassified: [] } });
  await expectRefused(house, reclassifyHouseholds, { by: await house.as('salma.anam'), input, as: 'not-allowed' });
});
