import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileOf, pay, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('a poor family that was admitted is registered with open rights', async () => {
  const [poor = '', vulnerable = ''] = await register(house, aFamily('poor'), aFamily('poor'));
  expect((await fileOf(house, poor)).state).toBe('registered');
  expect(await registrationOf(house, poor)).toMatchObject({ category: 'poor', right: { state: 'open' } });
});
test('a vulnerable family waits for its contribution and its rights open when it has paid', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  expect(await registrationOf(house, file)).toMatchObject({ category: 'vulnerable', right: { state: 'pending_payment' } });
  await pay(house, file);
  await house.settle();
  expect(await registrationOf(house, file)).toMatchObject({ right: { state: 'open' } });
});
