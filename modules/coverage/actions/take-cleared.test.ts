import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, fileOf, ownHand, settleUntil } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { casesOfRequests, waitingControls } from '../queries/cases.ts';
import { recordControl } from './record-control.ts';

let house: TestHouse;
beforeAll(async () => {
  process.env.RAMED_PARTNER_INSURERS_TIMEOUT_MS = '400';
  house = await openTestHouse();
});
beforeEach(() => house.partners.insurers?.control.switch({ mode: 'up' }));
afterAll(() => house.close());

const counted = () => house.partners.insurers?.control.read().counters as unknown as Record<string, number>;
const asked = () => counted().subjects_asked ?? 0;
const stateOf = async (file: string) => (await fileOf(house, file)).state;
const waitersOf = async (file: string) =>
  expectDone(await house.ask(ownHand, waitingControls, { applications: [file] }), 'waiting').waiting;

/** As if the insurers had answered so many days ago. */
const age = (file: string, days: number) =>
  house.owner.pool.query(
    'update coverage.control set answered_at = answered_at - make_interval(days => $2) where request_id = $1',
    [file, days],
  );

/** A family that stands validated and that the insurers declared covered nowhere else; nobody has registered it yet. */
async function cleared(family: ReturnType<typeof aFamily>): Promise<string> {
  const [file = ''] = await admit(house, family);
  const envelope = { id: newId(), items: 4, acknowledgement: 'A-1', bodyDigest: '0'.repeat(64), sourceDate: '2026-11-22' };
  const told = { envelope, requests: [{ request: file, persons: [] }] };
  expect(expectDone(await house.do(ownHand, recordControl, told), 'record-control')).toEqual({ clear: 1, overlapping: 0 });
  return file;
}

test('an answer of some days ago is registered upon, and nobody is asked twice', async () => {
  const file = await cleared(aFamily());
  await age(file, 28);
  const before = asked();
  await house.settle();
  expect(await stateOf(file)).toBe('registered');
  expect(asked()).toBe(before);
});

test('on an answer of months ago nobody is registered: the insurers are asked anew, once', async () => {
  const file = await cleared(aFamily());
  await age(file, 120);
  house.partners.insurers?.control.switch({ mode: 'down' });
  await house.settle();
  expect(await stateOf(file)).toBe('validated');
  expect(await waitersOf(file)).toMatchObject([{ application: file }]);
  house.partners.insurers?.control.switch({ mode: 'up' });
  const before = asked();
  await settleUntil(house, async () => (await stateOf(file)) === 'registered');
  await house.settle();
  expect(await waitersOf(file)).toEqual([]);
  expect(asked() - before).toBe(4);
});

test('who is covered by what is answered anew is held', async () => {
  const file = await cleared(aFamily('poor', { magic: '86' }));
  await age(file, 120);
  await house.settle();
  expect(await stateOf(file)).toBe('held');
});

test('a list that came after the answer is looked at before anybody is registered', async () => {
  const family = aFamily();
  const file = await cleared(family);
  const line = { member: 'T-1', held_as: 'insured', card: family.members[0]?.cnie, from: '2026-02-01' };
  await tellList(house, [line], { organism: 'late-body', scheme: 'art114', stands_on: '2026-11-22' });
  await house.settle();
  expect(await stateOf(file)).toBe('held');
  const { cases } = expectDone(await house.ask(ownHand, casesOfRequests, { applications: [file] }), 'cases');
  expect(cases).toMatchObject([{ scheme: 'art114', source: 'late-body', state: 'suspected' }]);
});
