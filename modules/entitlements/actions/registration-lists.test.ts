import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { systemActor } from '#platform/permissions';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { StatedFamily } from '../model/registration-list.ts';
import { oneRegistrationList } from '../queries/registration-lists.ts';
import { endRegistrationList } from './end-registration-list.ts';
import { receiveRegistrationList } from './receive-registration-list.ts';
import { takeRegistrationRecords } from './take-registration-records.ts';

// What becomes of the families of a list, over the road from their requests, is in surfaces/gateway/registration-lists.test.ts.

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const hand = systemActor('entitlements.read-registration-list');
let lists = 0;

function received(over: { from?: string; to?: string; reference?: string } = {}) {
  lists += 1;
  const { from = '2026-10-01', to = '2026-10-31', reference = `L-${lists}` } = over;
  const header = { schema: 'ramed.registration-list/1' as const, province: '05.081', reference, from, to, count: 2 };
  const fileDigest = String(lists).padStart(64, '0');
  return { sender: 'anam', header, fileDigest, filePath: `/lists/${fileDigest}`, format: 'xml' as const };
}

async function aList(): Promise<string> {
  const outcome = await house.do(await house.as('salma.anam'), receiveRegistrationList, received());
  if (!outcome.ok) throw new Error(outcome.refusal.refused);
  return outcome.output.list;
}

test('a registration officer takes a list in; the same file again is the same list', async () => {
  const officer = await house.as('salma.anam');
  const input = received();
  const { output, lines } = await expectProperDeed(house, receiveRegistrationList, {
    by: officer,
    input,
    otherInput: received(),
  });
  expect(lines).toMatchObject([{ book: '05.081', subject: `registration-list:${output.list}` }]);
  expect(await house.do(officer, receiveRegistrationList, input)).toMatchObject({ output: { list: output.list, known: true } });
  const refused = (over: object, as: string) =>
    expectRefused(house, receiveRegistrationList, { by: officer, input: received(over), as });
  await refused({ reference: input.header.reference }, 'reference-reused');
  await refused({ to: '2026-09-30' }, 'days-reversed');
  await refused({ to: '2999-01-01' }, 'days-to-come');
  await expectRefused(house, receiveRegistrationList, { by: await house.as('training.counter'), input, as: 'not-allowed' });
});

test('records are judged once, in their order; the list ends once', async () => {
  const list = await aList();
  const family: StatedFamily = {
    ...{ request: '202600999990', operation: 'N', category: 'poor' },
    persons: [{ ref: 1, birth_date: '1980-01-01', sex: 'F', family_fr: 'Benali', given_fr: 'Itto' }],
  };
  const unreadable = [{ ordinal: 2, line: 9, request: null, place: 'persons', rule: 'missing' as const }];
  const input = { list, first: 1, next: 3, records: [{ ordinal: 1, line: 2, family }], unreadable };
  const { output } = await expectProperDeed(house, takeRegistrationRecords, {
    by: hand,
    input,
    otherInput: { ...input, next: 4 },
  });
  expect(output).toEqual({ registered: 0, rejected: 1 });
  await expectRefused(house, takeRegistrationRecords, { by: hand, input, as: 'lines-out-of-order' });
  const officer = await house.as('salma.anam');
  await expectRefused(house, takeRegistrationRecords, { by: officer, input, as: 'not-allowed' });
  const ending = await expectProperDeed(house, endRegistrationList, { by: hand, input: { list }, otherInput: { list: newId() } });
  expect(ending.output).toEqual({ state: 'ended' });
  await expectRefused(house, endRegistrationList, { by: hand, input: { list }, as: 'list-ended-already' });
  await expectRefused(house, endRegistrationList, { by: officer, input: { list }, as: 'not-allowed' });
  expect(await house.ask(officer, oneRegistrationList, { list })).toMatchObject({
    output: {
      list: {
        state: 'ended',
        results: [
          { result: 'rejected', code: 'file-not-sent', records: 1 },
          { result: 'unreadable', code: 'missing', records: 1 },
        ],
      },
    },
  });
});
