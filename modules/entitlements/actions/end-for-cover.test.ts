import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { dueOf, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { outlooksOfRegistrations } from '../queries/outlooks.ts';
import { endForCover } from './end-for-cover.ts';
import { restoreAfterCover } from './restore-after-cover.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const day = (after: number) => addDays(today(house.house.clock), after).toString();

async function aRegistered(kind: 'poor' | 'vulnerable') {
  const family = aFamily(kind);
  const [file = ''] = await register(house, family);
  const { number } = await registrationOf(house, file);
  return { family, file, number, members: await membersOf(number) };
}

async function membersOf(registration: string) {
  const { family } = expectDone(await house.ask(ownHand, familyOverTime, { registration }), 'family-over-time');
  return family?.members ?? [];
}

async function rightsOf(number: string) {
  const { rows } = await house.owner.pool.query<{ state: string; from: string; to: string; reason: string }>(
    `select state, from_day::text as from, to_day::text as to, reason from entitlements.right_period
     where registration_number = $1 and known_to is null order by from_day`,
    [number],
  );
  return rows;
}

async function answered(subject: object, on = day(0)) {
  const asked = { subjects: [subject], on, fields: ['reason', 'period', 'persons', 'next'] };
  const outcome = await house.ask(await house.as('salma.anam'), house.house.rightOf, asked as never);
  if (!outcome.ok) throw new Error(outcome.refusal.refused);
  return outcome.output.answers[0];
}

const headOf = ({ members: [head] }: Declaration) => ({ by: 'card', cnie: head?.cnie, birthDate: head?.birth_date });

async function cardsOf(number: string) {
  const { rows } = await house.owner.pool.query<{ state: string }>(
    'select state from cards.card where registration_number = $1 order by serial',
    [number],
  );
  return rows.map(({ state }) => state);
}

/** The days on which RAMED covers a person, as the register of covers knows it. */
async function coverOf(person: string | undefined) {
  const { rows } = await house.owner.pool.query<{ from: string; to: string }>(
    `select from_day::text as from, to_day::text as to from coverage.told_cover where member = $1 and known_to = 'infinity'
       and held_as is not null order by from_day`,
    [person],
  );
  return rows;
}

async function yearsInSnapshot(number: string) {
  const asked = { on: day(0), knownAt: new Date().toISOString(), after: '', limit: 1_000 };
  const told = expectDone(await house.ask(ownHand, outlooksOfRegistrations, asked), 'outlooks');
  return told.families.find((one) => one.number === number)?.birthYears.length;
}

/** A small notice is paid at once by the rehearsal, at a bank that here has nobody to tell: what follows would wait for it. */
async function forgive(number: string): Promise<void> {
  await house.owner.pool.query("update contributions.due set state = 'waived' where registration_number = $1", [number]);
}

test('a member’s part ends on the day from which the other scheme stands; the others keep theirs, under a new card', async () => {
  const { family, file, number, members } = await aRegistered('poor');
  const [right] = await rightsOf(number);
  const [head] = members;
  const input = { case: newId(), application: file, person: head?.person ?? '', from: day(0) };
  const { output, lines } = await expectProperDeed(house, endForCover, {
    by: ownHand,
    input,
    otherInput: { ...input, case: newId() },
  });
  expect(output.ended).toBe('member');
  expect(lines).toMatchObject([{ subject: `registration:${number}`, reason: 'double-cover' }]);
  await house.settle();
  expect(await rightsOf(number)).toEqual([right]);
  expect((await membersOf(number)).map(({ isIn }) => isIn)).toEqual(members.map(({ person }) => person !== head?.person));
  expect((await membersOf(number))[0], 'a part that had only begun keeps no day, with its reason').toMatchObject({
    until: day(-1),
    endsBy: 'double-cover',
  });
  expect(await answered({ by: 'registration', number })).toMatchObject({ state: 'open' });
  expect((await answered({ by: 'registration', number }))?.persons).toHaveLength(members.length - 1);
  expect(await answered(headOf(family))).toMatchObject({
    ...{ state: 'closed', reason: 'member-double-cover', since: day(0), next: 'ask-agency' },
  });
  expect(await yearsInSnapshot(number)).toBe(members.length - 1);
  expect(await cardsOf(number)).toEqual(['replaced', 'ordered']);
  expect(await coverOf(head?.person)).toEqual([]);
  expect(await coverOf(members.at(-1)?.person)).toEqual([{ from: right?.from, to: right?.to }]);
  expect(await house.do(ownHand, endForCover, input)).toMatchObject({ output: { ended: 'nothing' } });
});

test('from a day to come the member has its part until then; what is not paid is asked anew for fewer persons from the day it is gone', async () => {
  const { file, number, members } = await aRegistered('vulnerable');
  const due = await dueOf(house, file);
  const later = { case: newId(), application: file, person: members[0]?.person ?? '', from: day(10) };
  expect(await house.do(ownHand, endForCover, later)).toMatchObject({ output: { ended: 'member' } });
  expect((await membersOf(number))[0]).toMatchObject({ isIn: true, until: day(9), endsBy: 'double-cover' });
  expect((await dueOf(house, file)).persons).toBe(due.persons);
  const now = { ...later, case: newId(), person: members[1]?.person ?? '', from: day(0) };
  expect(await house.do(ownHand, endForCover, now)).toMatchObject({ output: { ended: 'member' } });
  const { rows } = await house.owner.pool.query(
    'select state, persons, amount_centimes from contributions.due where registration_number = $1 order by notice',
    [number],
  );
  const fewer = { persons: due.persons - 1, amount_centimes: Math.min(60_000, 12_000 * (due.persons - 1)) };
  if (fewer.amount_centimes !== due.amount_centimes)
    expect(rows).toMatchObject([{ state: 'waived' }, { state: 'notified', ...fewer }]);
  await forgive(number);
});

test('where nobody is left the family’s right ends, nothing is owed any more and the card is withdrawn; taken back, all of it stands again', async () => {
  const { file, number, members } = await aRegistered('vulnerable');
  const [right] = await rightsOf(number);
  const covered = members.map(({ person }) => ({ case: newId(), application: file, person, from: day(0) }));
  const ended = [];
  for (const one of covered) ended.push(await house.do(ownHand, endForCover, one));
  expect(ended.at(-1)).toMatchObject({ output: { ended: 'family' } });
  expect(await rightsOf(number)).toEqual([{ ...right, state: 'closed', reason: 'double-cover' }]);
  expect((await dueOf(house, file)).state).toBe('waived');
  const [last] = covered.slice(-1);
  if (!last) throw new Error('nobody is in this family');
  const settlements = [{ case: last.case, application: file, person: last.person }];
  const { output, lines } = await expectProperDeed(house, restoreAfterCover, {
    ...{ by: ownHand, input: { settlements }, otherInput: { settlements: [{ ...last, case: newId() }] } },
  });
  expect(output.restored).toEqual([number]);
  expect(lines.map(({ reason }) => reason)).toContain('settlement-undone');
  expect(await rightsOf(number)).toEqual([right]);
  expect((await membersOf(number)).filter(({ isIn }) => isIn).map(({ person }) => person)).toEqual([last.person]);
  const { rows } = await house.owner.pool.query(
    `select persons from contributions.due where registration_number = $1 and state = 'notified'`,
    [number],
  );
  expect(rows).toEqual([{ persons: 1 }]);
  expect(await house.do(ownHand, restoreAfterCover, { settlements })).toMatchObject({ output: { restored: [] } });
  await forgive(number);
});

test('taken back, a member’s part stands as it was; what changed it since stays', async () => {
  const { family, file, number, members } = await aRegistered('poor');
  const person = members[0]?.person ?? '';
  const input = { case: newId(), application: file, person, from: day(0) };
  expectDone(await house.do(ownHand, endForCover, input), 'end-for-cover');
  const settlements = [{ case: input.case, application: file, person }];
  expect(await house.do(ownHand, restoreAfterCover, { settlements })).toMatchObject({ output: { restored: [number] } });
  await house.settle();
  expect(await membersOf(number)).toEqual(members);
  expect(await answered(headOf(family))).toMatchObject({ state: 'open' });
  expect(await coverOf(person)).toHaveLength(1);
  const again = { ...input, case: newId() };
  expectDone(await house.do(ownHand, endForCover, again), 'end-for-cover');
  await house.owner.pool.query('update entitlements.beneficiary set known_to = now() where case_id = $1', [again.case]);
  expect(await house.do(ownHand, restoreAfterCover, { settlements: [{ ...again }] })).toMatchObject({ output: { restored: [] } });
});

test('who is not registered is left alone; nobody else ends or restores a part', async () => {
  const input = { case: newId(), application: newId(), person: newId(), from: day(0) };
  expect(await house.do(ownHand, endForCover, input)).toMatchObject({ output: { ended: 'nothing' } });
  await expectRefused(house, endForCover, { by: await house.as('salma.anam'), input, as: 'not-allowed' });
  const settlements = [input];
  await expectRefused(house, restoreAfterCover, { by: await house.as('salma.anam'), input: { settlements }, as: 'not-allowed' });
});
