import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, daysBetween, toDate } from '#platform/dates';
import type { Actor } from '#platform/permissions';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, fileOf, ownHand, pay, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { AskedRight } from '../model/asked-right.ts';
import { askNextYear } from './ask-next-year.ts';
import { closeAtTerm } from './close-at-term.ts';
import { closeRight } from './close-right.ts';
import { endSuspension } from './end-suspension.ts';
import { noteMemberEndings } from './note-endings.ts';
import { suspendRight } from './suspend-right.ts';

let house: TestHouse;
let officer: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

const note = 'seen with the family';
const unknown = { registration: '260000000000', note } as const;

async function answerFor(subject: AskedRight, more: Record<string, unknown> = {}) {
  const outcome = await house.ask(officer, house.house.rightOf, { subjects: [subject], ...more });
  if (!outcome.ok) throw new Error('not answered');
  return outcome.output.answers[0];
}
const ofFamily = (number: string, more?: Record<string, unknown>) => answerFor({ by: 'registration', number }, more);

async function aRegistered(kind: 'poor' | 'vulnerable') {
  const [file = ''] = await register(house, aFamily(kind));
  const { number } = await registrationOf(house, file);
  return { file, number };
}

/** Everything of a family is made as many days older. */
async function older(number: string, days: number): Promise<void> {
  const sql = (text: string) => house.owner.pool.query(text, [number, days]);
  await sql(
    'update entitlements.right_period set from_day = from_day - $2::int, to_day = to_day - $2::int where registration_number = $1',
  );
  await sql('update entitlements.registration set registered_on = registered_on - $2::int where number = $1');
  await sql('update entitlements.beneficiary set from_day = from_day - $2::int where registration_number = $1');
}

async function night(): Promise<void> {
  const keep = house.house.jobs.find(({ name }) => name === 'entitlements.keep-rights');
  const { desk, clock } = house.house;
  const log = { info: () => undefined, warn: () => undefined };
  const context = { desk, clock, log, actor: ownHand, key: `night-${Math.random()}`, enqueue: async () => undefined };
  await keep?.handle(context, {} as never);
  await house.settle();
}

test('a suspended family is told so with the reason and whom to ask; what was known before stays readable; its end gives the right back', async () => {
  const { number } = await aRegistered('poor');
  const before = new Date().toISOString();
  await wait(3);
  const { lines } = await expectProperDeed(house, suspendRight, {
    by: officer,
    input: { registration: number, reason: 'papers-doubted', note },
    otherInput: { registration: number, reason: 'family-asked', note },
  });
  expect(lines).toMatchObject([{ subject: `registration:${number}`, reason: note }]);
  expect(await ofFamily(number)).toMatchObject({ state: 'suspended', reason: 'papers-doubted', next: 'ask-agency' });
  expect(await ofFamily(number, { knownAt: before })).toMatchObject({ state: 'open' });
  await expectRefused(house, suspendRight, {
    ...{ by: officer, as: 'right-not-running' },
    input: { registration: number, reason: 'family-asked', note },
  });
  await expectProperDeed(house, endSuspension, {
    ...{ by: officer, input: { registration: number, note } },
    otherInput: { registration: number, note: 'other' },
  });
  expect(await ofFamily(number)).toMatchObject({ state: 'open' });
  await expectRefused(house, endSuspension, { by: officer, input: { registration: number, note }, as: 'right-not-suspended' });
});

test('a contribution paid while the right is suspended opens it when the suspension ends, not before', async () => {
  const { file, number } = await aRegistered('vulnerable');
  await house.do(officer, suspendRight, { registration: number, reason: 'abuse-suspected', note });
  await pay(house, file);
  await house.settle();
  expect(await ofFamily(number)).toMatchObject({ state: 'suspended' });
  await house.do(officer, endSuspension, { registration: number, note });
  expect(await ofFamily(number)).toMatchObject({ state: 'open', reason: 'contribution-paid' });
});

test('a family that asks for it has its rights closed, owes nothing more and its card is withdrawn', async () => {
  const { number } = await aRegistered('poor');
  const input = { registration: number, reason: 'family-asked', note } as const;
  await expectProperDeed(house, closeRight, { by: officer, input, otherInput: { ...input, reason: 'decision' } });
  await house.settle();
  expect(await ofFamily(number)).toMatchObject({ state: 'closed', reason: 'family-asked', next: 'ask-agency' });
  const { rows } = await house.owner.pool.query('select state from cards.card where registration_number = $1', [number]);
  expect(rows).toEqual([{ state: 'revoked' }]);
  await expectRefused(house, closeRight, { by: officer, input, as: 'right-over' });
});

test('nobody is suspended or closed under a number that is not there, nor by a counter', async () => {
  const counter = await house.as('hanane.azilal');
  const asked = { ...unknown, reason: 'family-asked' } as const;
  await expectRefused(house, suspendRight, { by: officer, input: asked, as: 'registration-unknown' });
  await expectRefused(house, closeRight, { by: officer, input: asked, as: 'registration-unknown' });
  await expectRefused(house, endSuspension, { by: officer, input: unknown, as: 'registration-unknown' });
  await expectRefused(house, suspendRight, { by: counter, input: asked, as: 'not-allowed' });
  await expectRefused(house, closeRight, { by: counter, input: asked, as: 'not-allowed' });
  await expectRefused(house, endSuspension, { by: counter, input: unknown, as: 'not-allowed' });
});

test('rights that ran out are closed at their term by the night, once, with the day on which they ended', async () => {
  const { number } = await aRegistered('poor');
  await older(number, 1_200);
  await night();
  await night();
  const { rows } = await house.owner.pool.query(
    `select state, reason, from_day from entitlements.right_period where registration_number = $1 and known_to is null order by from_day`,
    [number],
  );
  expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
    ['open', 'registered'],
    ['closed', 'term'],
  ]);
  expect(await ofFamily(number)).toMatchObject({ state: 'expired', since: rows[1].from_day, reason: 'term', next: 'renew' });
});

test('what the night does is done by the house itself: each portion once, and by nobody’s hand', async () => {
  const { number } = await aRegistered('poor');
  await older(number, 1_200);
  expect(await house.do(ownHand, closeAtTerm, {}, 'one-night')).toMatchObject({ ok: true, output: { closed: 1 } });
  expect(await house.do(ownHand, closeAtTerm, {}, 'one-night')).toMatchObject({ output: { closed: 1 }, repeated: true });
  expect(await house.do(ownHand, closeAtTerm, {})).toMatchObject({ output: { closed: 0 } });
  await expectRefused(house, closeAtTerm, { by: officer, input: {}, as: 'not-allowed' });
  await expectRefused(house, askNextYear, { by: officer, input: {}, as: 'not-allowed' });
  await expectRefused(house, noteMemberEndings, { by: officer, input: { step: 'ended' }, as: 'not-allowed' });
});

test('a vulnerable family is asked for the next year two weeks before, and paid in time its right goes on without a gap', async () => {
  const { file, number } = await aRegistered('vulnerable');
  await pay(house, file);
  await house.settle();
  await older(number, 355);
  const first = await ofFamily(number);
  await night();
  await night();
  const dues = await house.owner.pool.query(
    'select notice, year_of_right, persons, amount_centimes from contributions.due where registration_number = $1 order by year_of_right',
    [number],
  );
  expect(dues.rows).toMatchObject([{ year_of_right: 1 }, { year_of_right: 2, persons: 4, amount_centimes: 48_000 }]);
  const next = addDays(toDate(first?.until ?? ''), 1).toString();
  expect(await ofFamily(number, { on: next })).toMatchObject({ state: 'unpaid', reason: 'contribution-due', next: 'pay' });
  const { notice } = dues.rows[1];
  const payment = { payment: `P-${number}`, notice, amountCentimes: 48_000, paidAt: '2026-11-22T10:00:00Z', branch: 'AZILAL' };
  const bank = { id: 'partner:bank', permissions: new Set(['contributions:record-payment' as const]), scopes: ['*'] };
  await house.do(bank, deedNamed(house, 'contributions.record-payment'), payment);
  await house.settle();
  const after = await ofFamily(number, { on: next });
  expect(after).toMatchObject({ state: 'open', since: first?.since });
  expect(after?.until).not.toBe(first?.until);
});

const dueOfFamily = async (number: string) =>
  (
    await house.owner.pool.query(
      'select state, year_of_right, credited_year from contributions.due where registration_number = $1 order by year_of_right',
      [number],
    )
  ).rows;

test('a vulnerable family that pays after the year it was asked for opens the year that runs, and is asked for the one after', async () => {
  const { file, number } = await aRegistered('vulnerable');
  await older(number, 400);
  await night();
  await pay(house, file);
  await house.settle();
  const year = addDays(toDate((await registrationOf(house, file)).registered_on), 730);
  const answer = await ofFamily(number);
  expect(answer).toMatchObject({ state: 'open', reason: 'contribution-paid' });
  expect(Math.abs(daysBetween(toDate(answer?.until ?? ''), year))).toBeLessThanOrEqual(2);
  expect(await dueOfFamily(number)).toEqual([{ state: 'paid', year_of_right: 1, credited_year: 2 }]);
  await older(number, 320);
  await night();
  expect(await dueOfFamily(number)).toMatchObject([{ credited_year: 2 }, { state: 'notified', year_of_right: 3 }]);
});

test('what was paid during a suspension that outlasts the year opens the year that runs when it ends', async () => {
  const { file, number } = await aRegistered('vulnerable');
  await house.do(officer, suspendRight, { registration: number, reason: 'papers-doubted', note });
  await pay(house, file);
  await house.settle();
  await older(number, 400);
  await house.do(officer, endSuspension, { registration: number, note });
  expect(await ofFamily(number)).toMatchObject({ state: 'open', reason: 'contribution-paid' });
  expect(await dueOfFamily(number)).toMatchObject([{ year_of_right: 1, credited_year: 2 }]);
});

test('a child’s rights end on the last day of the age of the law; the family is told before, then it is out of the household', async () => {
  const { file, number } = await aRegistered('vulnerable');
  const child = await house.owner.pool.query(
    `select b.id, b.person_id, m.birth_date from entitlements.beneficiary b
    join registry.household_member m on m.person_id = b.person_id where registration_number = $1 and entitled_by like '%child' limit 1`,
    [number],
  );
  const { id, person_id: person } = child.rows[0];
  const set = (days: number) =>
    house.owner.pool.query(
      `update entitlements.beneficiary set to_day = current_date + $2::int, ends_by = 'child-age' where id = $1`,
      [id, days],
    );
  await house.owner.pool.query(`update entitlements.beneficiary set from_day = from_day - 100 where registration_number = $1`, [
    number,
  ]);
  const notedOf = async () =>
    (await house.owner.pool.query('select noted from entitlements.beneficiary where id = $1', [id])).rows[0].noted;
  await set(91);
  await night();
  expect(await notedOf()).toBeNull();
  await set(90);
  await night();
  expect(await notedOf()).toBe('foreseen');
  await set(-1);
  await house.owner.pool.query(`update registry.person set cnie = 'ZZ777010' where id = $1`, [person]);
  await house.owner.pool.query(`update registry.household_member set cnie = 'ZZ777010' where person_id = $1`, [person]);
  await night();
  expect(await notedOf()).toBe('ended');
  const alone = await answerFor({ by: 'card', cnie: 'ZZ777010', birthDate: child.rows[0].birth_date });
  expect(alone).toMatchObject({ state: 'closed', reason: 'member-child-age', next: 'apply' });
  const family = await ofFamily(number);
  expect(family?.persons).toHaveLength((await fileOf(house, file)).declaration.members.length - 1);
  expect(family?.due).toMatchObject({ amountCentimes: 36_000 });
  const yesterday = addDays(toDate(new Date().toISOString().slice(0, 10)), -1).toString();
  expect((await ofFamily(number, { on: yesterday }))?.persons).toHaveLength(4);
});
