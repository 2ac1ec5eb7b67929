import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf, openRoom, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { decisionOnFile } from '../queries/sittings.ts';
import { recordDecisions } from './record-decisions.ts';

let house: TestHouse;
let secretary: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
});
afterAll(() => house.close());

/** Poor files of Ait M'hamed before a commission that sits. */
async function sitting(files = 1) {
  const ids = await checkRequests(house, ...Array.from({ length: files }, () => aFamily('poor')));
  const id = await schedule(house, ids);
  await openRoom(house, id);
  return { sitting: id, files: ids, application: ids[0] ?? '' };
}

test('many files are decided in one deed, and each keeps its own reason and its own line in the journal', async () => {
  const { sitting: id, files } = await sitting(3);
  const rulings = files.map((application) => ({ application, outcome: 'poor' as const, reason: 'as-scored' as const }));
  const input = { sitting: id, rulings };
  const otherInput = { sitting: id, rulings: rulings.slice(1) };
  const { output, lines } = await expectProperDeed(house, recordDecisions, { by: secretary, input, otherInput });
  expect(output).toEqual({ decided: 3, againstScore: 0 });
  expect(lines.map(({ subject, reason }) => ({ subject, reason }))).toEqual(
    files.map((file) => ({ subject: `application:${file}`, reason: 'as-scored' })),
  );
  expect(await fileOf(house, files[0] ?? '')).toMatchObject({ state: 'decided', outcome: 'poor' });
});

test('the commission may decide against the score when a reason carries it', async () => {
  const { sitting: id, application } = await sitting();
  const rulings = [
    {
      application,
      outcome: 'vulnerable' as const,
      reason: 'resources-understated' as const,
      remark: 'Owns the mill of the village.',
    },
  ];
  const outcome = await house.do(secretary, recordDecisions, { sitting: id, rulings });
  expect(outcome).toMatchObject({ ok: true, output: { againstScore: 1 } });
  expect(await house.ask(secretary, decisionOnFile, { application })).toMatchObject({
    output: { decision: { outcome: 'vulnerable', reasonCode: 'resources-understated', remark: 'Owns the mill of the village.' } },
  });
});

test.each([
  ['a decision against the score needs a reason of its own', 'vulnerable', 'as-scored', 'reason-needed-against-score'],
  ['a reason carries only the outcomes it is made for', 'poor', 'covered-elsewhere', 'reason-does-not-fit'],
  ['an adjournment is not a decision as scored', 'adjourned', 'as-scored', 'reason-does-not-fit'],
] as const)('%s', async (_title, outcome, reason, as) => {
  const { sitting: id, application } = await sitting();
  await expectRefused(house, recordDecisions, {
    by: secretary,
    input: { sitting: id, rulings: [{ application, outcome, reason }] },
    as,
  });
  expect((await fileOf(house, application)).state).toBe('scheduled');
});

test('all are recorded or none: the first file that cannot be is named by its place', async () => {
  const { sitting: id, application } = await sitting();
  const fine = { application, outcome: 'poor' as const, reason: 'as-scored' as const };
  const rulings = [fine, { ...fine, application: newId<'application'>() }];
  expect(await house.do(secretary, recordDecisions, { sitting: id, rulings })).toMatchObject({
    refusal: { refused: 'not-on-agenda', place: 'rulings[1].application' },
  });
  expect((await fileOf(house, application)).state).toBe('scheduled');
  await expectRefused(house, recordDecisions, {
    by: secretary,
    input: { sitting: id, rulings: [fine, fine] },
    as: 'already-decided',
  });
});

test('a file that was ruled on is not ruled on again', async () => {
  const { sitting: id, application } = await sitting();
  const input = { sitting: id, rulings: [{ application, outcome: 'poor' as const, reason: 'as-scored' as const }] };
  expectDone(await house.do(secretary, recordDecisions, input), 'record-decisions');
  await expectRefused(house, recordDecisions, { by: secretary, input, as: 'already-decided' });
});

test('an adjourned file comes back among the scored, and another sitting takes it', async () => {
  const { sitting: id, application } = await sitting();
  const adjourned = { application, outcome: 'adjourned' as const, reason: 'papers-awaited' as const };
  expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [adjourned] }), 'record-decisions');
  expect((await fileOf(house, application)).state).toBe('scored');
  await schedule(house, [application]);
  expect((await fileOf(house, application)).state).toBe('scheduled');
});

test('a commission that does not sit, or is not there, rules on nothing', async () => {
  const files = await checkRequests(house, aFamily());
  const frozen = await schedule(house, files);
  const rulings = [{ application: files[0] ?? '', outcome: 'poor' as const, reason: 'as-scored' as const }];
  await expectRefused(house, recordDecisions, { by: secretary, input: { sitting: frozen, rulings }, as: 'sitting-not-open' });
  const neighbour = aPost('commission-secretary', '05.091');
  await expectRefused(house, recordDecisions, { by: neighbour, input: { sitting: frozen, rulings }, as: 'sitting-not-found' });
  const member = await house.as('omar.interior');
  await expectRefused(house, recordDecisions, { by: member, input: { sitting: frozen, rulings }, as: 'not-allowed' });
});
