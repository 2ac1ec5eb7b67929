import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { endForCover } from './end-for-cover.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { restoreAfterCover } from './restore-after-cover.ts';

// Settlements of several covers, made and taken back in any order: a member has its part exactly when none stands, and the family its right
// exactly when somebody has a part in it.

let house: TestHouse;
let officer: Actor;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

const day = (after: number) => addDays(today(house.house.clock), after).toString();
const sql = (text: string, values: unknown[]) => house.owner.pool.query(text, values);

type Family = { readonly file: string; readonly number: string; readonly persons: readonly string[] };

/** A family whose rights began some days ago, so that a settlement may say a day that is past. */
async function aRegistered(kind: 'poor' | 'vulnerable' = 'poor'): Promise<Family> {
  const [file = ''] = await register(house, aFamily(kind));
  const { number } = await registrationOf(house, file);
  const ago = day(-100);
  await sql('update entitlements.registration set registered_on = $2 where number = $1', [number, ago]);
  await sql('update entitlements.right_period set from_day = $2 where registration_number = $1', [number, ago]);
  await sql('update entitlements.beneficiary set from_day = $2 where registration_number = $1', [number, ago]);
  return { file, number, persons: (await membersOf(number)).map(({ person }) => person) };
}

async function membersOf(registration: string) {
  return expectDone(await house.ask(ownHand, familyOverTime, { registration }), 'family').family?.members ?? [];
}

async function partsOf({ number }: Family, person: string) {
  const { rows } = await sql(
    `select from_day::text as from, to_day::text as to, ends_by as by from entitlements.beneficiary
     where registration_number = $1 and person_id = $2 and known_to is null order by from_day`,
    [number, person],
  );
  return rows;
}

async function rightsOf({ number }: Family): Promise<string[]> {
  const { rows } = await sql(
    'select state from entitlements.right_period where registration_number = $1 and known_to is null order by from_day',
    [number],
  );
  return rows.map(({ state }) => state);
}

type Settled = { readonly case: string; readonly application: string; readonly person: string; readonly from: string };

/** A case of the register of covers that is settled for the other scheme, and what follows from it for the family. */
async function settle({ file }: Family, person: string, from: string, scheme = 'cnss'): Promise<Settled> {
  const settled = { case: newId(), application: file, person, from };
  await sql(
    `insert into coverage.cover_case (id, request_id, person_id, scheme, from_day, to_day, family, found_by, basis, state, opened_at, since, stands, stands_from, territory)
     values ($1, $2, $3, $4, $5, 'infinity', 1, 'list', 'card', 'settled', now(), clock_timestamp(), 'other', $5, '05.081')`,
    [settled.case, file, person, scheme, from],
  );
  expectDone(await house.do(ownHand, endForCover, settled), 'end');
  return settled;
}

async function undo(...settlements: readonly Settled[]): Promise<string[]> {
  for (const { case: id } of settlements)
    await sql("update coverage.cover_case set state = 'contested', stands = null, stands_from = null where id = $1", [id]);
  const input = { settlements: settlements.map(({ from: _, ...settlement }) => settlement) };
  return expectDone(await house.do(ownHand, restoreAfterCover, input), 'restore').restored;
}

test('of two settlements that emptied a family, taking back the first opens the family’s right for whom it concerned', async () => {
  const family = await aRegistered();
  const settled: Settled[] = [];
  for (const person of family.persons) settled.push(await settle(family, person, day(0)));
  expect((await rightsOf(family)).at(-1)).toBe('closed');
  await undo(...settled.slice(0, 1));
  expect(await rightsOf(family), 'who has a part again has a right to have it in').toEqual(['open']);
  expect((await membersOf(family.number)).map(({ isIn }) => isIn)).toEqual(family.persons.map((_, at) => at === 0));
  await undo(...settled.slice(1));
  expect((await membersOf(family.number)).every(({ isIn }) => isIn)).toBe(true);
});

test('of two covers of one person the part is ended by whichever stands, in whatever order they are settled and taken back', async () => {
  for (const [first, second] of [
    [-10, 0],
    [0, -10],
    [0, 0],
  ] as const)
    for (const order of ['first', 'second'] as const) {
      const family = await aRegistered();
      const [person = ''] = family.persons;
      const whole = await partsOf(family, person);
      const one = await settle(family, person, day(first), 'cnss');
      const other = await settle(family, person, day(second), 'cnops');
      const [undone, left] = order === 'first' ? [one, other] : [other, one];
      await undo(undone);
      const told = `${first}, ${second}, ${order} taken back`;
      expect(await partsOf(family, person), told).toEqual([
        {
          ...whole[0],
          to: addDays(today(house.house.clock), Number(left === one ? first : second) - 1).toString(),
          by: 'double-cover',
        },
      ]);
      await undo(left);
      expect(await partsOf(family, person), `${told}, then the other`).toEqual(whole);
    }
});

test('settled, taken back and settled again under the same case, it is taken back as before', async () => {
  const family = await aRegistered();
  const [person = ''] = family.persons;
  const whole = await partsOf(family, person);
  const settled = await settle(family, person, day(-5));
  await undo(settled);
  await sql("update coverage.cover_case set state = 'settled', stands = 'other', stands_from = $2 where id = $1", [
    settled.case,
    day(-3),
  ]);
  expectDone(await house.do(ownHand, endForCover, { ...settled, from: day(-3) }), 'end');
  expect(await partsOf(family, person)).toEqual([{ ...whole[0], to: day(-4), by: 'double-cover' }]);
  await undo(settled);
  expect(await partsOf(family, person)).toEqual(whole);
  expect(await undo(settled), 'twice is once').toEqual([]);
});

test('a settlement that is told of after it was taken back ends nothing', async () => {
  const family = await aRegistered();
  const [person = ''] = family.persons;
  const whole = await partsOf(family, person);
  const settled = await settle(family, person, day(-5));
  await undo(settled);
  expect(await house.do(ownHand, endForCover, settled)).toMatchObject({ output: { ended: 'nothing' } });
  expect(await partsOf(family, person)).toEqual(whole);
});

test('whose death was accepted meanwhile stays dead when a settlement is taken back', async () => {
  const family = await aRegistered();
  const person = family.persons[1] ?? '';
  const settled = await settle(family, person, day(0));
  const report = {
    event: newId(),
    registration: family.number,
    kind: 'death' as const,
    person,
    happenedOn: day(-3),
    proof: 'D-1',
  };
  expectDone(await house.do(aPost('counter-agent', '05.081'), reportLifeEvent, report), 'report');
  const accepted = { event: report.event, decision: 'accepted' as const, reason: 'the certificate was shown' };
  expectDone(await house.do(officer, decideLifeEvent, accepted), 'decide');
  expect(await partsOf(family, person)).toMatchObject([{ to: day(-3), by: 'death' }]);
  await undo(settled);
  expect(await partsOf(family, person)).toMatchObject([{ to: day(-3), by: 'death' }]);
});

test('a next year that was asked for and fell with the right is owed again when the settlement is taken back', async () => {
  const family = await aRegistered('vulnerable');
  const { rows: rights } = await sql(
    'select id, to_day::text as to from entitlements.right_period where registration_number = $1 and known_to is null',
    [family.number],
  );
  const [right] = rights;
  await sql("update entitlements.right_period set state = 'open', to_day = $2 where id = $1", [right.id, day(5)]);
  await sql(
    `insert into entitlements.right_period (id, registration_number, state, from_day, to_day, reason, known_from, territory)
     select $2, registration_number, 'pending_payment', $3, $4, 'contribution-due', now(), territory from entitlements.right_period where id = $1`,
    [right.id, newId(), day(6), right.to],
  );
  const settled: Settled[] = [];
  for (const person of family.persons) settled.push(await settle(family, person, day(0)));
  expect(await rightsOf(family)).not.toContain('pending_payment');
  await undo(...settled);
  expect(await rightsOf(family)).toEqual(['open', 'pending_payment']);
  const { rows: dues } = await sql(
    "select persons from contributions.due where registration_number = $1 and state = 'notified'",
    [family.number],
  );
  expect(dues).toEqual([{ persons: family.persons.length }]);
  await sql("update contributions.due set state = 'waived' where registration_number = $1", [family.number]);
});
