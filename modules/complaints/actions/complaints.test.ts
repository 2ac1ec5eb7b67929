import { afterAll, beforeAll, expect, test } from 'vitest';
import { lawAt } from '#law';
import { stoppedClock, today } from '#platform/clock';
import { addDays, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { hasValidCheckDigit } from '#platform/numbers';
import { type Actor, publicActor, scopeOf } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import {
  complaintNumbered,
  complaintsByState,
  complaintsCounted,
  complaintsOfRequest,
  followedComplaint,
} from '../queries/complaints.ts';
import { answerComplaint } from './answer-complaint.ts';
import { receiveComplaint } from './receive-complaint.ts';

let house: TestHouse;
let province: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  province = await house.as('training.province');
});
afterAll(() => house.close());

const azilal = '05.081';
const seal = 'a'.repeat(64);

/** Somebody at the portal, let into the one place that the complaint is about. */
function someoneFrom(territory: string): Actor {
  return { id: 'public', permissions: new Set(['complaints:receive']), scopes: [scopeOf(territory)] };
}

const late = { subject: 'card-not-delivered', words: '', territory: azilal, language: 'fr', codeSeal: seal } as const;

async function receive(more: Partial<Parameters<typeof inputOf>[0]> = {}) {
  const input = inputOf(more);
  const done = await house.do(someoneFrom(input.territory), receiveComplaint, input);
  return expectDone(done, 'receive-complaint');
}

function inputOf(more: { territory?: string; codeSeal?: string; request?: { id: string; number: string }; words?: string }) {
  return { ...late, ...more };
}

test('a complaint gets a number and the day by which the law promises an answer', async () => {
  const request = { id: newId(), number: '202600000440' };
  const input = inputOf({ request });
  const by = someoneFrom(azilal);
  const { output, lines } = await expectProperDeed(house, receiveComplaint, { by, input, otherInput: inputOf({}) });
  const day = today(house.house.clock);
  expect(output.answerBy).toBe(toIsoDate(addDays(day, lawAt(toIsoDate(day)).complaints.answerDays.value)));
  expect(output.number).toMatch(/^\d{4}8\d{7}$/);
  expect(hasValidCheckDigit(output.number)).toBe(true);
  expect(lines).toMatchObject([{ subject: `complaint:${output.complaint}`, territory: azilal, before_digest: null }]);
  const { complaints } = expectDone(await house.ask(province, complaintsOfRequest, { application: request.id }), 'of-request');
  expect(complaints).toMatchObject([{ number: output.number, state: 'received', application_number: request.number }]);
});

test.each([
  ['of a place that the land has not', { territory: '99.999' }, 'place-unknown'],
  ['of a subject that says nothing without words', { subject: 'other', words: '  ' }, 'nothing-said'],
  ['of another place than its author was let into', { territory: '05.091' }, 'not-allowed'],
] as const)('a complaint %s is refused, in words', async (_title, more, as) => {
  await expectRefused(house, receiveComplaint, { by: someoneFrom(azilal), input: { ...late, ...more }, as });
});

test('nobody files one past the portal, and no agent in a citizen’s place', async () => {
  await expectRefused(house, receiveComplaint, { by: publicActor, input: late, as: 'not-allowed' });
  await expectRefused(house, receiveComplaint, { by: province, input: late, as: 'not-allowed' });
});

test('its author finds it again by number and code, and a wrong pair says nothing', async () => {
  const { complaint, number } = await receive({ codeSeal: 'b'.repeat(64) });
  const found = await house.ask(publicActor, followedComplaint, { number, codeSeal: 'b'.repeat(64) });
  expect(found).toMatchObject({ output: { complaint: { id: complaint, number, territory: azilal } } });
  const wrongCode = await house.ask(publicActor, followedComplaint, { number, codeSeal: 'c'.repeat(64) });
  const wrongNumber = await house.ask(publicActor, followedComplaint, { number: '202680999990', codeSeal: 'b'.repeat(64) });
  expect([wrongCode, wrongNumber].map((answer) => answer.ok && answer.output)).toEqual([{}, {}]);
});

test('the province answers once, in words its author reads', async () => {
  const { complaint, number } = await receive();
  const input = { complaint, answer: 'Votre carte est au guichet depuis hier.' };
  const deed = { by: province, input, otherInput: { ...input, answer: 'Rien.' } };
  const { lines } = await expectProperDeed(house, answerComplaint, deed);
  expect(lines).toMatchObject([{ subject: `complaint:${complaint}`, territory: azilal }]);
  expect(await house.ask(province, complaintNumbered, { number })).toMatchObject({
    output: { complaint: { state: 'answered', answer: input.answer } },
  });
  await expectRefused(house, answerComplaint, { by: province, input, as: 'already-answered' });
});

test('no province sees or answers the complaints of another, and a counter only reads', async () => {
  const { complaint, number } = await receive();
  const neighbour = aPost('provincial-officer', '05.091');
  const input = { complaint, answer: 'Rien.' };
  await expectRefused(house, answerComplaint, { by: neighbour, input, as: 'complaint-not-found' });
  expect(await house.ask(neighbour, complaintNumbered, { number })).toMatchObject({ output: {} });
  await expectRefused(house, answerComplaint, { by: aPost('counter-agent', azilal), input, as: 'not-allowed' });
  expect((await house.ask(aPost('counter-agent', azilal), complaintNumbered, { number })).ok).toBe(true);
});

test('a complaint of the last hour of a day in Morocco counts on that day, whatever the database knows of the time there', async () => {
  const clock = stoppedClock('2026-11-26T23:30:00Z');
  const lateHouse = await openTestHouse({ clock });
  try {
    expectDone(await lateHouse.do(someoneFrom(azilal), receiveComplaint, inputOf({})), 'receive-complaint');
    const day = toIsoDate(today(clock));
    const officer = aPost('provincial-officer', azilal);
    const { counts } = expectDone(await lateHouse.ask(officer, complaintsCounted, { from: day, to: day }), 'counted');
    expect(counts).toMatchObject([{ complaints: 1 }]);
  } finally {
    await lateHouse.close();
  }
});

test('those promised first come first, and table 3 counts itself', async () => {
  const { number } = await receive();
  const { complaints } = expectDone(await house.ask(province, complaintsByState, { state: 'received' }), 'by-state');
  expect(complaints.map((one) => one.number)).toContain(number);
  const days = complaints.map((one) => one.answer_by);
  expect(days).toEqual([...days].sort());
  const day = toIsoDate(today(house.house.clock));
  const { counts } = expectDone(await house.ask(province, complaintsCounted, { from: day, to: day }), 'counted');
  const waiting = counts.find((row) => row.subject === 'card-not-delivered' && row.state === 'received');
  expect(waiting).toMatchObject({ complaints: complaints.length, overdue: 0 });
  const before = expectDone(await house.ask(province, complaintsCounted, { from: '2015-01-01', to: '2015-11-30' }), 'counted');
  expect(before.counts).toEqual([]);
});
