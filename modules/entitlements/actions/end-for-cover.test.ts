import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { dueOf, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { endForCover } from './end-for-cover.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function periodsOf(number: string) {
  const { rows } = await house.owner.pool.query<{ state: string; from: string; to: string; reason: string }>(
    `select state, from_day::text as from, to_day::text as to, reason from entitlements.right_period
     where registration_number = $1 and known_to is null order by from_day`,
    [number],
  );
  return rows;
}

test('the right ends on the day from which the other scheme stands; the days before it stay what they were', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  const [right] = await periodsOf(number);
  const from = addDays(today(house.house.clock), 10).toString();
  const input = { application: file, from };
  const { output, lines } = await expectProperDeed(house, endForCover, {
    by: ownHand,
    input,
    otherInput: { application: newId(), from },
  });
  expect(output.ended).toEqual([number]);
  expect(lines).toMatchObject([{ subject: `registration:${number}`, reason: 'double-cover' }]);
  expect(await periodsOf(number)).toEqual([
    { ...right, to: addDays(today(house.house.clock), 9).toString() },
    { state: 'closed', reason: 'double-cover', from, to: right?.to },
  ]);
  expect(await house.do(ownHand, endForCover, { application: file, from: '2020-01-01' })).toMatchObject({
    output: { ended: [number] },
  });
  expect((await periodsOf(number)).map(({ state }) => state)).toEqual(['closed', 'closed']);
  expect(await house.do(ownHand, endForCover, input)).toMatchObject({ output: { ended: [] } });
});

test('a family that had still to pay owes nothing any more; one that is not registered is left alone', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  const { number } = await registrationOf(house, file);
  const input = { application: file, from: today(house.house.clock).toString() };
  expect(await house.do(ownHand, endForCover, input)).toMatchObject({ output: { ended: [number] } });
  expect((await periodsOf(number)).map(({ state }) => state)).toEqual(['closed']);
  expect((await dueOf(house, file)).state).toBe('waived');
  expect(await house.do(ownHand, endForCover, { ...input, application: newId() })).toMatchObject({ output: { ended: [] } });
  await expectRefused(house, endForCover, { by: await house.as('salma.anam'), input, as: 'not-allowed' });
});
