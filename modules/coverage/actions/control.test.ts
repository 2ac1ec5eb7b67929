import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, fileOf, ownHand, register, settleUntil } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { casesOfRequests, waitingControls } from '../queries/cases.ts';
import { noteWaiting } from './note-waiting.ts';
import { recordControl } from './record-control.ts';

let house: TestHouse;
beforeAll(async () => {
  process.env.RAMED_PARTNER_INSURERS_TIMEOUT_MS = '400';
  house = await openTestHouse();
});
beforeEach(() => house.partners.insurers?.control.switch({ mode: 'up' }));
afterAll(() => house.close());

const answered = () => ({ id: newId(), items: 4, acknowledgement: 'A-1', bodyDigest: '0'.repeat(64), sourceDate: '2026-11-22' });
const student = { scheme: 'students', role: 'insured' as const, from: '2024-09-01' };

async function waitersOf(files: readonly string[]) {
  return expectDone(await house.ask(ownHand, waitingControls, { applications: [...files] }), 'waiting').waiting;
}

async function casesOf(files: readonly string[]) {
  return expectDone(await house.ask(ownHand, casesOfRequests, { applications: [...files] }), 'cases').cases;
}

async function statesOf(files: readonly string[]) {
  return (await Promise.all(files.map((file) => fileOf(house, file)))).map((file) => file.state);
}

const counted = () => house.partners.insurers?.control.read().counters as unknown as Record<string, number>;

test.each([
  ['is down', { mode: 'down' as const }],
  ['answers after we stopped waiting', { mode: 'slow' as const, latency_ms: 900 }],
  ['answers with a web page', { mode: 'nonsense' as const }],
  ['breaks off in the middle', { mode: 'half' as const }],
])(
  'while the insurers’ register %s nobody is registered; then all go on by themselves, asked about once',
  async (_title, fault) => {
    const families = [aFamily(), aFamily(), aFamily('poor', { magic: '86' })];
    const before = counted();
    house.partners.insurers?.control.switch(fault);
    const files = await register(house, ...families);
    expect(await statesOf(files)).toEqual(['validated', 'validated', 'validated']);
    expect((await waitersOf(files)).map((one) => one.application).sort()).toEqual([...files].sort());
    house.partners.insurers?.control.switch({ mode: 'up' });
    await settleUntil(house, async () => (await waitersOf(files)).length === 0);
    await house.settle();
    expect(await statesOf(files)).toEqual(['registered', 'registered', 'held']);
    const after = counted();
    expect(after.subjects_asked_again).toBe(before.subjects_asked_again);
    expect((after.subjects_asked ?? 0) - (before.subjects_asked ?? 0)).toBe(12);
  },
);

test('a family covered nowhere else is cleared; one that is gets a case for each person and cover', async () => {
  const [free = '', covered = ''] = await admit(house, aFamily(), aFamily());
  const requests = [
    { request: free, persons: [{ ref: 1, periods: [{ ...student, to: '2025-06-30' }] }] },
    {
      request: covered,
      persons: [
        { ref: 1, periods: [student] },
        { ref: 2, periods: [{ ...student, scheme: 'art114' }] },
      ],
    },
  ];
  const deed = { by: ownHand, input: { envelope: answered(), requests }, otherInput: { envelope: answered(), requests } };
  const { output, lines } = await expectProperDeed(house, recordControl, deed);
  expect(output).toEqual({ clear: 1, overlapping: 1 });
  expect(new Set(lines.map((line) => line.subject))).toEqual(new Set([free, covered].map((file) => `application:${file}`)));
  expect((await casesOf([free, covered])).map((one) => one.scheme).sort()).toEqual(['art114', 'students']);
});

test('what the insurers answered stands: a late repetition reopens nothing and tells nobody twice', async () => {
  const [file = ''] = await admit(house, aFamily());
  const requests = [{ request: file, persons: [] }];
  expectDone(await house.do(ownHand, recordControl, { envelope: answered(), requests }), 'record-control');
  const again = await house.do(ownHand, recordControl, { envelope: answered(), requests });
  expect(again).toMatchObject({ output: { clear: 0, overlapping: 0 } });
  expectDone(await house.do(ownHand, noteWaiting, { requests: [file] }), 'note-waiting');
  expect(await waitersOf([file])).toEqual([]);
});

test('a person whom two families name, or whose cover is told twice, is told of once and holds both families', async () => {
  const mother = aFamily();
  const second = aFamily();
  const members = second.members.map((member, place) => (place === 1 ? { ...member, cnie: mother.members[0]?.cnie } : member));
  const files = await admit(house, mother, { ...second, members } as typeof second);
  const [one = '', two = ''] = files;
  const requests = [
    { request: one, persons: [{ ref: 1, periods: [student, { ...student, to: '2027-06-30' }] }] },
    { request: two, persons: [{ ref: 2, periods: [student] }] },
  ];
  expect(await house.do(ownHand, recordControl, { envelope: answered(), requests })).toMatchObject({
    output: { clear: 0, overlapping: 2 },
  });
  const cases = await casesOf(files);
  expect(cases.map((found) => found.request_id).sort()).toEqual([...files].sort());
  expect(new Set(cases.map((found) => found.person_id)).size).toBe(1);
  expect(cases[0]?.to_day).toBeNull();
});

test('silence is noted once, in the book of the family’s province; no officer notes or answers in the insurers’ place', async () => {
  const [file = ''] = await admit(house, aFamily());
  const input = { envelope: { id: newId(), items: 4, failure: 'unreachable' as const }, requests: [file] };
  const { lines } = await expectProperDeed(house, noteWaiting, { by: ownHand, input, otherInput: { requests: [] } });
  expect(lines).toMatchObject([{ book: '05.081', subject: `application:${file}`, reason: 'insurers silent' }]);
  const by = await house.as('salma.anam');
  await expectRefused(house, noteWaiting, { by, input, as: 'not-allowed' });
  await expectRefused(house, recordControl, { by, input: { envelope: answered(), requests: [] }, as: 'not-allowed' });
});
