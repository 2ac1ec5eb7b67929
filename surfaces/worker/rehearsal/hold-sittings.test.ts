import { afterAll, beforeAll, expect, test } from 'vitest';
import { conveneSitting, freezeAgenda } from '#modules/commissions';
import { today } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../../testing/families.ts';
import { checkRequests, fileOf, openRoom, ownHand, schedule, sit } from '../../testing/road.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { holdSittings } from './hold-sittings.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function stateOf(sitting: string): Promise<string> {
  const { rows } = await house.owner.pool.query('select state from commissions.sitting where id = $1', [sitting]);
  return rows[0].state;
}

function letTheCastSit() {
  const { desk, clock, log } = house.house;
  return holdSittings.handle({ desk, clock, log, actor: ownHand, key: newId(), enqueue: async () => undefined }, null);
}

/** Called by the cast, and interrupted before it sat. */
async function interrupted(): Promise<{ sitting: string; file: string }> {
  const [file = ''] = await checkRequests(house, aFamily());
  const secretary = await house.as('training.secretary');
  const { territory } = await fileOf(house, file);
  const heldOn = today(house.house.clock).toString();
  const { sitting } = expectDone(await house.do(secretary, conveneSitting, { territory, heldOn }), 'convene-sitting');
  expectDone(await house.do(secretary, freezeAgenda, { sitting, applications: [file], rehearsal: true }), 'freeze-agenda');
  return { sitting, file };
}

test('the cast leaves alone the sittings that an office called, at whatever step they stand', async () => {
  const [waiting, sitting, sealed] = [
    await schedule(house, await checkRequests(house, aFamily())),
    await schedule(house, await checkRequests(house, aFamily())),
    await schedule(house, await checkRequests(house, aFamily())),
  ];
  await openRoom(house, sitting);
  await sit(house, sealed);
  await letTheCastSit();
  expect(await Promise.all([waiting, sitting, sealed].map(stateOf))).toEqual(['agenda_frozen', 'open', 'sealed']);
});

test('a sitting of the cast that was interrupted goes on to its end', async () => {
  const { sitting, file } = await interrupted();
  await letTheCastSit();
  expect(await stateOf(sitting)).toBe('validated');
  expect(await fileOf(house, file)).toMatchObject({ outcome: 'poor' });
});

test('a sitting of the cast whose day has passed stands in nobody’s way', async () => {
  const { sitting } = await interrupted();
  await house.owner.pool.query('update commissions.sitting set held_on = held_on - 1 where id = $1', [sitting]);
  const other = await interrupted();
  await letTheCastSit();
  expect(await stateOf(sitting)).toBe('agenda_frozen');
  expect(await stateOf(other.sitting)).toBe('validated');
});
