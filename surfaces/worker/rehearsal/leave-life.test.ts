import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitingLifeEvents, waitingRenewals } from '#modules/entitlements';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { receiveBatchFile } from '../../gateway/batch-files.ts';
import { SAMPLE_SENDER } from '../../samples.ts';
import { aFamily, aFileOf } from '../../testing/families.ts';
import { settleUntil } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';
import { leaveLife } from './leave-life.ts';

let house: ServedHouse;
beforeAll(async () => {
  house = await openServedHouse();
});
afterAll(() => house?.close());

test('a newcomer finds changes to decide, one decided, one undone and renewals asked; a second start leaves no more', async () => {
  expect(await leaveLife(house.house)).toBeUndefined();
  const families = Array.from({ length: 9 }, () => aFamily('poor'));
  const file = Readable.from([Buffer.from(aFileOf(families, { sender: SAMPLE_SENDER }))]);
  await receiveBatchFile(house.house, file, { actor: systemActor('test'), rehearsal: true });
  const registered = async () =>
    Number((await house.owner.pool.query('select count(*) from entitlements.registration')).rows[0].count);
  await settleUntil(house, async () => (await registered()) === families.length);
  expect(await leaveLife(house.house)).toBe(7);
  await house.settle();
  const officer = await house.as('salma.anam');
  const { events } = expectDone(await house.ask(officer, waitingLifeEvents, {}), 'waiting');
  expect(events.map(({ kind, cover }) => [kind, cover?.state])).toEqual([
    ['birth', 'clear'],
    ['marriage', 'overlap'],
    ['move', undefined],
  ]);
  const { renewals } = expectDone(await house.ask(officer, waitingRenewals, {}), 'renewals');
  expect(renewals).toHaveLength(2);
  const states = await house.owner.pool.query('select state from entitlements.life_event order by state');
  expect(states.rows.map(({ state }) => state)).toEqual(['accepted', 'reported', 'reported', 'reported', 'undone']);
  expect(await leaveLife(house.house)).toBeUndefined();
});
