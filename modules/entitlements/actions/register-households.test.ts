import { afterAll, beforeAll, expect, test } from 'vitest';
import { registrationsOfRequests } from '#modules/entitlements';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import {
  admit,
  checkRequests,
  deedNamed,
  dueOf,
  fileOf,
  ownHand,
  pay,
  register,
  registrationOf,
  schedule,
  sit,
} from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { openRights } from './open-rights.ts';
import { registerHouseholds } from './register-households.ts';

let house: TestHouse;
let officer: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

/** The insurers' answer, before the worker has told anyone of it. */
async function clear(files: readonly string[]): Promise<void> {
  const envelope = {
    id: newId(),
    items: files.length,
    acknowledgement: 'A-1',
    bodyDigest: '0'.repeat(64),
    sourceDate: '2026-11-22',
  };
  const requests = files.map((request) => ({ request, persons: [] }));
  expectDone(await house.do(ownHand, deedNamed(house, 'coverage.record-control'), { envelope, requests }), 'record-control');
}

const nobody = { registered: 0, open: 0, awaitingPayment: 0 };

test('a poor family that was admitted and cleared is registered with open rights for the years of the law', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  expect((await fileOf(house, file)).state).toBe('registered');
  const { number, category, right } = await registrationOf(house, file);
  expect(number).toMatch(/^\d{2}1\d{9}$/);
  expect({ category, state: right?.state }).toEqual({ category: 'poor', state: 'open' });
});

test('a vulnerable family gets a notice and waits; its rights open when it has paid', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  expect(await registrationOf(house, file)).toMatchObject({ category: 'vulnerable', right: { state: 'pending_payment' } });
  expect(await dueOf(house, file)).toMatchObject({ persons: 4, amount_centimes: 48_000, state: 'notified' });
  await pay(house, file);
  await house.settle();
  expect(await registrationOf(house, file)).toMatchObject({ right: { state: 'open' } });
  expect(await dueOf(house, file)).toMatchObject({ state: 'paid' });
});

test('nobody is registered before the province has validated and the insurers have answered', async () => {
  const [scored = ''] = await checkRequests(house, aFamily());
  expect(await house.do(officer, registerHouseholds, { applications: [scored] })).toMatchObject({ output: nobody });
  await sit(house, await schedule(house, [scored]));
  expect((await fileOf(house, scored)).state).toBe('decided');
  expect(await house.do(officer, registerHouseholds, { applications: [scored] })).toMatchObject({ output: nobody });
  const [uncontrolled = ''] = await admit(house, aFamily());
  expect(await house.do(officer, registerHouseholds, { applications: [uncontrolled] })).toMatchObject({ output: nobody });
});

test('a family covered elsewhere is held, and no officer registers it by hand', async () => {
  const [student = ''] = await register(house, aFamily('poor', { magic: '85' }));
  expect((await fileOf(house, student)).state).toBe('held');
  expect(await house.do(officer, registerHouseholds, { applications: [student] })).toMatchObject({ output: nobody });
});

test('a registered family is not registered again, whoever asks', async () => {
  const [file = ''] = await register(house, aFamily());
  const { number } = await registrationOf(house, file);
  expect(await house.do(officer, registerHouseholds, { applications: [file] })).toMatchObject({ output: nobody });
  const { output } = (await house.ask(ownHand, registrationsOfRequests, { applications: [file] })) as { output: unknown };
  expect(output).toMatchObject({ registrations: [{ number }] });
});

test('an officer of the agency registers what is ready; a counter agent does not', async () => {
  const files = await admit(house, aFamily());
  await clear(files);
  const input = { applications: files };
  const otherInput = { applications: [newId<'application'>()] };
  const { output, lines } = await expectProperDeed(house, registerHouseholds, { by: officer, input, otherInput });
  expect(output).toEqual({ registered: 1, open: 1, awaitingPayment: 0 });
  expect(lines).toMatchObject([{ book: '05.081', subject: `application:${files[0]}` }]);
  await expectRefused(house, registerHouseholds, { by: await house.as('hanane.azilal'), input, as: 'not-allowed' });
});

test('rights open once for one payment, and leave what was known before readable', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  const { number } = await registrationOf(house, file);
  const earlier = 'set from_day = from_day - 100, to_day = to_day - 100 where registration_number = $1';
  await house.owner.pool.query(`update entitlements.right_period ${earlier}`, [number]);
  await house.owner.pool.query('update entitlements.registration set registered_on = registered_on - 100 where number = $1', [
    number,
  ]);
  expect(await house.do(ownHand, openRights, { registrations: [number] })).toMatchObject({ output: { opened: [] } });
  await pay(house, file);
  const deed = { by: ownHand, input: { registrations: [number] }, otherInput: { registrations: ['260000000000'] } };
  const { output, lines } = await expectProperDeed(house, openRights, deed);
  expect(output.opened).toEqual([number]);
  expect(lines).toMatchObject([{ book: '05.081', subject: `registration:${number}` }]);
  expect(await house.do(ownHand, openRights, { registrations: [number] })).toMatchObject({ output: { opened: [] } });
  const known = await house.owner.pool.query(
    `select state, known_to is null as present, to_day - from_day + 1 as days from entitlements.right_period
    where registration_number = $1 order by known_from, from_day`,
    [number],
  );
  expect(known.rows).toEqual([
    { state: 'pending_payment', present: false, days: 1096 },
    { state: 'pending_payment', present: true, days: 100 },
    { state: 'open', present: true, days: 265 },
  ]);
  await expectRefused(house, openRights, { by: officer, input: { registrations: [number] }, as: 'not-allowed' });
});
