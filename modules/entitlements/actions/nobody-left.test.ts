import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { noteMemberEndings } from './note-endings.ts';
import { type LifeEventReport, reportLifeEvent } from './report-life-event.ts';
import { undoLifeEvent } from './undo-life-event.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const day = (after: number) => addDays(today(house.house.clock), after).toString();
const reason = 'the paper was shown';

async function aRegistered() {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  await house.owner.pool.query(
    `with older as (update entitlements.beneficiary set from_day = from_day - 300 where registration_number = $1)
    update entitlements.right_period set from_day = from_day - 300 where registration_number = $1`,
    [number],
  );
  return { number, members: (await familyOf(number)).members };
}

async function familyOf(registration: string) {
  const { family } = expectDone(await house.ask(ownHand, familyOverTime, { registration }), 'family');
  if (!family) throw new Error('no such family');
  return family;
}

async function accepted(registration: string, person: string, kind: LifeEventReport['kind'], happenedOn: string) {
  const event = newId();
  const report = { event, registration, kind, person, happenedOn, proof: 'ACT-7/2026' };
  expectDone(await house.do(aPost('counter-agent', '05.081'), reportLifeEvent, report), 'report');
  const officer = await house.as('salma.anam');
  expectDone(await house.do(officer, decideLifeEvent, { event, decision: 'accepted', reason }), 'decide');
  return event;
}

async function rightsOf(number: string) {
  const { rows } = await house.owner.pool.query(
    `select state, reason, from_day from entitlements.right_period
    where registration_number = $1 and known_to is null order by from_day`,
    [number],
  );
  return rows;
}

async function cardsOf(number: string) {
  await house.settle();
  const sql = 'select state from cards.card where registration_number = $1 order by serial';
  return (await house.owner.pool.query(sql, [number])).rows.map(({ state }) => state);
}

test('the day after the last of a family died its rights are closed, and no card is made for nobody', async () => {
  const { number, members } = await aRegistered();
  for (const { person } of members) await accepted(number, person, 'death', day(0));
  expect(await rightsOf(number)).toMatchObject([{ state: 'open' }, { state: 'closed', reason: 'death', from_day: day(1) }]);
  expect(await cardsOf(number)).not.toContain('ordered');
});

test('a death that was accepted by mistake of the last of a family, undone, gives the family its rights and a card again', async () => {
  const { number, members } = await aRegistered();
  const before = await rightsOf(number);
  const [alone, ...others] = members;
  for (const { person } of others) await accepted(number, person, 'departure', day(-2));
  const event = await accepted(number, alone?.person ?? '', 'death', day(0));
  expect(await rightsOf(number)).toHaveLength(2);
  expectDone(await house.do(await house.as('salma.anam'), undoLifeEvent, { event, reason: 'another died' }), 'undo');
  expect(await rightsOf(number)).toEqual(before);
  expect((await familyOf(number)).members.filter(({ isIn }) => isIn)).toMatchObject([{ person: alone?.person }]);
  expect((await cardsOf(number)).filter((state) => !['replaced', 'revoked'].includes(state))).toHaveLength(1);
});

test('a family that tells that another scheme covers its members has a part for those alone who are left', async () => {
  const { number, members } = await aRegistered();
  const [first, ...others] = members;
  await accepted(number, first?.person ?? '', 'cover-begun', day(-40));
  const { members: left } = await familyOf(number);
  expect(left.map(({ isIn }) => isIn)).toEqual(members.map(({ person }) => person !== first?.person));
  expect(left.find(({ person }) => person === first?.person)).toMatchObject({ until: day(-40), endsBy: 'double-cover' });
  expect(await rightsOf(number)).toMatchObject([{ state: 'open' }]);
  for (const { person } of others) await accepted(number, person, 'cover-begun', day(-3));
  const [, closed] = await rightsOf(number);
  expect(closed).toMatchObject({ state: 'closed', reason: 'double-cover', from_day: day(-2) });
});

test('a family whose last child has passed the age of the law has its rights closed by the night, another keeps them', async () => {
  const [alone, other] = [await aRegistered(), await aRegistered()];
  await house.owner.pool.query(
    `update entitlements.beneficiary set to_day = $2, ends_by = 'child-age' where registration_number = $1 and known_to is null`,
    [alone.number, day(-1)],
  );
  await house.owner.pool.query(
    `update entitlements.beneficiary set to_day = $2, ends_by = 'child-age' where registration_number = $1 and person_id = $3`,
    [other.number, day(-1), other.members.at(-1)?.person],
  );
  expect(expectDone(await house.do(ownHand, noteMemberEndings, { step: 'ended' }), 'note')).toEqual({
    noted: alone.members.length + 1,
  });
  expect(await rightsOf(alone.number)).toMatchObject([
    { state: 'open' },
    { state: 'closed', reason: 'nobody-left', from_day: day(0) },
  ]);
  expect(await rightsOf(other.number)).toMatchObject([{ state: 'open' }]);
});
