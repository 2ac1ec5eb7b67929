import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, checkRequests, deedNamed, fileOf, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { concludeChecks } from './conclude-checks.ts';
import { closeCovered, noteCoverEnded, noteHeld, noteRegistered } from './follow-registration.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const others = { applications: [newId<'application'>()] };

test.each([
  ['registered, its request has come to its end', noteRegistered, 'registered'],
  ['found under another scheme, its request is held', noteHeld, 'held'],
] as const)('once a family is %s', async (_title, action, state) => {
  const files = await admit(house, aFamily());
  const [file = ''] = files;
  const { output, lines } = await expectProperDeed(house, action, {
    by: ownHand,
    input: { applications: files },
    otherInput: others,
  });
  expect(output.applications).toEqual(files);
  expect(lines).toMatchObject([{ book: '05.081', subject: `application:${file}`, before_digest: expect.any(String) }]);
  expect((await fileOf(house, file)).state).toBe(state);
  expect(await house.do(ownHand, action, { applications: files })).toMatchObject({ output: { applications: [] } });
  const officer = await house.as('salma.anam');
  await expectRefused(house, action, { by: officer, input: { applications: files }, as: 'not-allowed' });
});

test.each([
  ['covered nowhere else any more, its request goes on', noteCoverEnded, 'validated', null],
  ['found to be covered by a scheme that stands, its request is closed', closeCovered, 'closed', 'covered-elsewhere'],
] as const)('once a held family is %s', async (_title, action, state, reason) => {
  const files = await admit(house, aFamily());
  const [file = ''] = files;
  expect(await house.do(ownHand, action, { applications: files })).toMatchObject({ output: { applications: [] } });
  expectDone(await house.do(ownHand, noteHeld, { applications: files }), 'note-held');
  const { output } = await expectProperDeed(house, action, { by: ownHand, input: { applications: files }, otherInput: others });
  expect(output.applications).toEqual(files);
  expect(await fileOf(house, file)).toMatchObject({ state, closed_for: reason });
  const officer = await house.as('salma.anam');
  await expectRefused(house, action, { by: officer, input: { applications: files }, as: 'not-allowed' });
});

test('checks that are concluded twice score a file once', async () => {
  const [file = ''] = await checkRequests(house, aFamily());
  expect(await house.do(ownHand, concludeChecks, { applications: [file] })).toMatchObject({
    output: { scored: 0, discordant: 0 },
  });
  expect((await fileOf(house, file)).passages.filter((step) => step.deed === 'score')).toHaveLength(1);
  const { rows } = await house.owner.pool.query(
    'select count(*)::int as n from applications.assessment where application_id = $1',
    [file],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('no officer concludes the checks of a file by hand', async () => {
  const [file = ''] = await checkRequests(house, aFamily());
  const by = await house.as('rachid.verification');
  await expectRefused(house, concludeChecks, { by, input: { applications: [file] }, as: 'not-allowed' });
});

/** A file of which the last partner has just answered. */
async function answered(): Promise<string> {
  house.partners.cnss?.control.switch({ mode: 'down' });
  const [file = ''] = await checkRequests(house, aFamily());
  house.partners.cnss?.control.switch({ mode: 'up' });
  const answers = [1, 2, 3, 4].map((ref) => ({ ref, kind: 'cover', periods: [] }));
  const record = deedNamed(house, 'verifications.record-answers');
  expectDone(await house.do(ownHand, record, { partner: 'cnss', requests: [{ request: file, answers }] }), 'record-answers');
  return file;
}

test('a file whose last answer is in is scored, with its line in the journal', async () => {
  const file = await answered();
  const deed = { by: ownHand, input: { applications: [file] }, otherInput: others };
  const { output, lines } = await expectProperDeed(house, concludeChecks, deed);
  expect(output).toEqual({ scored: 1, discordant: 0 });
  expect(lines).toMatchObject([{ book: '05.081', subject: `application:${file}` }]);
  expect(await fileOf(house, file)).toMatchObject({ state: 'scored', proposal: 'poor' });
});

test('answers told at the same moment by three partners conclude a file once', async () => {
  const file = await answered();
  const concluded = await Promise.all([1, 2, 3].map(() => house.do(ownHand, concludeChecks, { applications: [file] })));
  expect(concluded.map((outcome) => outcome.ok && outcome.output.scored).sort()).toEqual([0, 0, 1]);
});
