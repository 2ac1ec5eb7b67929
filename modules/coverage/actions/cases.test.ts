import { afterAll, beforeAll, expect, test } from 'vitest';
import { registrationsOfRequests } from '#modules/entitlements';
import { stoppedClock } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, scopeOf } from '#platform/permissions';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, fileOf, ownHand, register } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { casesOfRequests } from '../queries/cases.ts';
import { answerCase } from './answer-case.ts';
import { confirmCase } from './confirm-case.ts';
import { dismissCase } from './dismiss-case.ts';
import { examineCase } from './examine-case.ts';
import { recordControl } from './record-control.ts';
import { settleCase } from './settle-case.ts';
import { settleUncontested } from './settle-uncontested.ts';
import { undoSettlement } from './undo-settlement.ts';

const FIRST_DAY = '2026-12-07';
const clock = stoppedClock(`${FIRST_DAY}T09:00:00Z`);
let house: TestHouse;
let officer: Actor;
let days = 0;
beforeAll(async () => {
  house = await openTestHouse({ clock });
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

/** The clock goes on by some days; never back. */
function pass(some: number): string {
  days += some;
  const moved = new Date(Date.parse(`${FIRST_DAY}T09:00:00Z`) + days * 86_400_000).toISOString();
  clock.moveTo(moved);
  return moved.slice(0, 10);
}
const today = () => pass(0);

const student = { scheme: 'students', role: 'insured' as const, from: '2024-09-01' };
const answered = () => ({ id: newId(), items: 4, acknowledgement: 'A-1', bodyDigest: '0'.repeat(64), sourceDate: today() });

type Found = { id: string; state: string; scheme: string; to_day: string | null; request_id: string };
async function casesOf(file: string): Promise<Found[]> {
  return expectDone(await house.ask(ownHand, casesOfRequests, { applications: [file] }), 'cases').cases;
}
async function onlyCase(file: string): Promise<Found> {
  const found = await casesOf(file);
  expect(found).toHaveLength(1);
  return found[0] as Found;
}

/** A family held before registration, since an insurer answered that its head is covered. */
async function heldFamily(): Promise<{ file: string; one: string }> {
  const [file = ''] = await admit(house, aFamily());
  const requests = [{ request: file, persons: [{ ref: 1, periods: [student] }] }];
  expectDone(await house.do(ownHand, recordControl, { envelope: answered(), requests }), 'record-control');
  await house.settle();
  expect((await fileOf(house, file)).state).toBe('held');
  return { file, one: (await onlyCase(file)).id };
}

let organisms = 0;
/** A registered family whose head a university's list covers, too. */
async function coveredFamily(): Promise<{ file: string; one: string; tellAgain: () => ReturnType<typeof tellList> }> {
  const family = aFamily('poor');
  const [file = ''] = await register(house, family);
  organisms += 1;
  const body = { organism: `university-${organisms}`, scheme: 'students' as const };
  const line = { member: 'S-1', card: family.members[0]?.cnie ?? '', held_as: 'insured', from: '2025-09-01' };
  const tell = () => tellList(house, [line], { ...body, stands_on: pass(1) });
  await tell();
  return { file, one: (await onlyCase(file)).id, tellAgain: tell };
}

async function rightsOf(file: string) {
  const { registrations } = expectDone(
    await house.ask(ownHand, registrationsOfRequests, { applications: [file] }),
    'registrations',
  );
  const { rows } = await house.owner.pool.query<{ state: string; from_day: string; to_day: string; reason: string }>(
    `select state, from_day::text, to_day::text, reason from entitlements.right_period
     where registration_number = $1 and known_to is null order by from_day`,
    [registrations[0]?.number],
  );
  return rows;
}

/** The parts in the rights of a family that another cover has ended. */
async function endedParts(file: string) {
  const { rows } = await house.owner.pool.query<{ to_day: string; ends_by: string }>(
    `select b.to_day::text, b.ends_by from entitlements.beneficiary b join entitlements.registration r on r.number = b.registration_number
     where r.request_id = $1 and b.known_to is null and b.ends_by = 'double-cover'`,
    [file],
  );
  return rows;
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The family itself, as the portal lets it in. */
const familyOf = (file: string): Actor => ({
  id: `citizen:${file}`,
  permissions: new Set(['coverage:answer-cases'] as const),
  scopes: [scopeOf('05.081')],
});

const confirming = (one: string, from = today()) => ({ case: one, from, reason: 'insurer-confirmed' as const });

async function examine(one: string): Promise<void> {
  expectDone(await house.do(officer, examineCase, { case: one }), 'examine-case');
}

test('a suspicion is put to the family, which has its days to answer; nothing is found against it before they are over', async () => {
  const { file, one } = await coveredFamily();
  const { output, lines } = await expectProperDeed(house, examineCase, {
    by: officer,
    input: { case: one },
    otherInput: { case: newId() },
  });
  expect(output.answerUntil > today()).toBe(true);
  expect(lines).toMatchObject([{ subject: `application:${file}`, reason: 'examine' }]);
  const asked = await house.owner.pool.query(`select payload from platform.event where name = 'coverage.family-asked'`);
  expect(asked.rows).toContainEqual({ payload: { applications: [file], until: output.answerUntil } });
  await expectRefused(house, examineCase, { by: officer, input: { case: one }, as: 'not-in-this-state' });
  await expectRefused(house, confirmCase, { by: officer, input: confirming(one), as: 'answer-awaited' });
  pass(15);
  expect(today()).toBe(output.answerUntil);
  await expectRefused(house, confirmCase, { by: officer, input: confirming(one), as: 'answer-awaited' });
  pass(1);
  const late = { application: file, case: one, answer: 'contests' as const, words: 'He left the university' };
  await expectRefused(house, answerCase, { by: familyOf(file), input: late, as: 'nothing-to-answer' });
  await expectRefused(house, confirmCase, { by: officer, input: confirming(one, '2025-08-31'), as: 'day-outside' });
  const confirmed = await expectProperDeed(house, confirmCase, {
    by: officer,
    input: confirming(one),
    otherInput: confirming(newId()),
  });
  expect(confirmed.output.state).toBe('confirmed');
  await expectRefused(house, confirmCase, { by: officer, input: confirming(one), as: 'not-in-this-state' });
  expect((await rightsOf(file)).map((right) => right.state)).toEqual(['open']);
});

test('uncontested, a confirmed case is settled by itself once its days are over: the member’s part ends on the day decided, with the reason', async () => {
  const { file, one } = await coveredFamily();
  await examine(one);
  const from = pass(16);
  expectDone(await house.do(officer, confirmCase, confirming(one, from)), 'confirm-case');
  pass(30);
  expect(await house.do(ownHand, settleUncontested, {})).toMatchObject({ output: { settled: 1 } });
  expect((await onlyCase(file)).state).toBe('confirmed');
  pass(1);
  const { output, lines } = await expectProperDeed(house, settleUncontested, {
    by: ownHand,
    input: { most: 100 },
    otherInput: { most: 99 },
  });
  expect(output.settled).toBe(1);
  expect(lines).toMatchObject([{ subject: `application:${file}`, reason: 'not-contested' }]);
  await house.settle();
  expect((await rightsOf(file)).map(({ state, reason }) => [state, reason])).toEqual([['open', 'registered']]);
  expect(await endedParts(file)).toEqual([{ to_day: dayBefore(from), ends_by: 'double-cover' }]);
  await expectRefused(house, settleUncontested, { by: officer, input: {}, as: 'not-allowed' });
});

test('a family that accepts need not wait: held before registration, its request is closed at once', async () => {
  const { file, one } = await heldFamily();
  await examine(one);
  const accepts = { application: file, case: one, answer: 'accepts' as const };
  await expectProperDeed(house, answerCase, {
    by: familyOf(file),
    input: accepts,
    otherInput: { ...accepts, answer: 'contests' as const },
  });
  const input = { ...confirming(one), reason: 'family-accepts' as const };
  expect(await house.do(officer, confirmCase, input)).toMatchObject({ output: { state: 'settled' } });
  await house.settle();
  expect(await fileOf(house, file)).toMatchObject({ state: 'closed', closed_for: 'covered-elsewhere' });
});

test('a suspicion that is set aside lets the held family go on to registration; nobody need answer what is in their favour', async () => {
  const { file, one } = await heldFamily();
  const input = { case: one, reason: 'other-person' as const };
  await expectRefused(house, dismissCase, { by: await house.as('karim.exchange'), input, as: 'not-allowed' });
  await expectProperDeed(house, dismissCase, { by: officer, input, otherInput: { ...input, reason: 'papers' as const } });
  await expectRefused(house, dismissCase, { by: officer, input, as: 'not-in-this-state' });
  await house.settle();
  expect((await fileOf(house, file)).state).toBe('registered');
});

test('contested, it is settled by another hand than the one that confirmed it; where RAMED stands, rights go on', async () => {
  const { file, one } = await coveredFamily();
  await examine(one);
  pass(16);
  expectDone(await house.do(officer, confirmCase, confirming(one)), 'confirm-case');
  const silent = { application: file, case: one, answer: 'contests' as const };
  await expectRefused(house, answerCase, { by: familyOf(file), input: silent, as: 'words-missing' });
  const other = { ...silent, application: newId(), words: 'no' };
  await expectRefused(house, answerCase, { by: familyOf(file), input: other, as: 'no-such-case' });
  const contest = { ...silent, words: 'He left the university in June' };
  expect(await house.do(aPost('counter-agent', '05.081'), answerCase, contest)).toMatchObject({
    output: { became: 'contested' },
  });
  pass(40);
  expect(await house.do(ownHand, settleUncontested, {})).toMatchObject({ output: { settled: 0 } });
  const input = { case: one, stands: 'ramed' as const, from: today(), words: 'The university confirms that he left' };
  await expectRefused(house, settleCase, { by: officer, input, as: 'same-hand' });
  const another = aPost('registration-officer', '');
  const before = { ...input, stands: 'other' as const, from: '2025-01-01' };
  await expectRefused(house, settleCase, { by: another, input: before, as: 'day-outside' });
  await expectProperDeed(house, settleCase, { by: another, input, otherInput: { ...input, stands: 'other' as const } });
  await expectRefused(house, settleCase, { by: another, input, as: 'not-in-this-state' });
  await house.settle();
  expect((await rightsOf(file)).map((right) => right.state)).toEqual(['open']);
});

test('when the insurer says that the cover ended, the case ends by itself and the held family goes on', async () => {
  const family = aFamily('poor');
  const body = { organism: 'school-of-mines', scheme: 'students' as const };
  const line = { member: 'S-9', card: family.members[0]?.cnie ?? '', held_as: 'insured', from: '2025-09-01' };
  await tellList(house, [line], { ...body, stands_on: pass(1) });
  const [file = ''] = await register(house, family);
  expect((await fileOf(house, file)).state, 'what the lists told before is asked before registration').toBe('held');
  expect(await onlyCase(file)).toMatchObject({ scheme: 'students', state: 'suspected' });
  const last = today();
  const ending = { member: line.member, from: pass(1), change: 'not_covered' };
  await tellList(house, [ending], { ...body, kind: 'changes', stands_on: pass(1) });
  await house.settle();
  expect(await onlyCase(file)).toMatchObject({ state: 'settled', to_day: last });
  expect((await fileOf(house, file)).state).toBe('registered');
});

test('a cover that its body says never was sets the case aside; of a settled case nothing is found again', async () => {
  const { file, one, tellAgain } = await coveredFamily();
  await examine(one);
  expect((await onlyCase(file)).state).toBe('to_review');
  expect(await tellAgain()).toMatchObject({ state: 'applied' });
  expect((await onlyCase(file)).state).toBe('to_review');
  const gone = [{ member: 'S-1', from: '2025-09-01', change: 'not_covered' }];
  const body = { organism: `university-${organisms}`, scheme: 'students' as const, kind: 'changes' as const };
  await tellList(house, gone, { ...body, stands_on: pass(1) });
  expect((await onlyCase(file)).state).toBe('dismissed');
});

/** A registered family's case that is settled for the other scheme, since the family accepts. */
async function settledFamily() {
  const found = await coveredFamily();
  await examine(found.one);
  const accepts = { application: found.file, case: found.one, answer: 'accepts' as const };
  expectDone(await house.do(familyOf(found.file), answerCase, accepts), 'answer-case');
  expectDone(await house.do(officer, confirmCase, { ...confirming(found.one), reason: 'family-accepts' }), 'confirm-case');
  await house.settle();
  expect(await endedParts(found.file)).toHaveLength(1);
  return found;
}

test('a settlement is taken back with a reason: the member has its part again, and another hand settles the case anew', async () => {
  const { file, one } = await settledFamily();
  const input = { case: one, words: 'The university had mixed up two students' };
  await expectRefused(house, undoSettlement, { by: await house.as('karim.exchange'), input, as: 'not-allowed' });
  await expectRefused(house, undoSettlement, { by: officer, input: { ...input, case: newId() }, as: 'no-such-case' });
  const { lines } = await expectProperDeed(house, undoSettlement, {
    ...{ by: officer, input, otherInput: { ...input, words: 'other' } },
  });
  expect(lines).toMatchObject([{ subject: `application:${file}`, reason: 'undo' }]);
  await expectRefused(house, undoSettlement, { by: officer, input, as: 'not-in-this-state' });
  await house.settle();
  expect(await onlyCase(file)).toMatchObject({ state: 'contested' });
  expect(await endedParts(file)).toEqual([]);
  const settled = { case: one, stands: 'other' as const, from: today(), words: 'It is so after all' };
  await expectRefused(house, settleCase, { by: officer, input: settled, as: 'same-hand' });
  expectDone(await house.do(aPost('registration-officer', ''), settleCase, settled), 'settle-case');
  await house.settle();
  expect(await endedParts(file)).toHaveLength(1);
});

test('a request that was closed before registration is not opened again by taking the settlement back', async () => {
  const { file, one } = await heldFamily();
  await examine(one);
  const accepts = { application: file, case: one, answer: 'accepts' as const };
  expectDone(await house.do(familyOf(file), answerCase, accepts), 'answer-case');
  expectDone(await house.do(officer, confirmCase, { ...confirming(one), reason: 'family-accepts' }), 'confirm-case');
  await house.settle();
  await expectRefused(house, undoSettlement, { by: officer, input: { case: one, words: 'error' }, as: 'request-closed' });
});

test('a body that says after the settlement that there never was a cover gives the member its part back by itself', async () => {
  const { file } = await settledFamily();
  const gone = [{ member: 'S-1', from: '2025-09-01', change: 'not_covered' }];
  const body = { organism: `university-${organisms}`, scheme: 'students' as const, kind: 'changes' as const };
  await tellList(house, gone, { ...body, stands_on: pass(1) });
  await house.settle();
  expect(await onlyCase(file)).toMatchObject({ state: 'dismissed' });
  expect(await endedParts(file)).toEqual([]);
});
