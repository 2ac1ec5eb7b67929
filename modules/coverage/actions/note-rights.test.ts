import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectDone } from '#platform/jobs';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, fileOf, ownHand, pay, register } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { casesOfRequests } from '../queries/cases.ts';
import { coverHistory, coverOfPerson } from '../queries/cover-of-person.ts';
import { noteRights } from './note-rights.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const cardOf = (family: ReturnType<typeof aFamily>) => family.members[0]?.cnie ?? '';
const today = () => new Date().toISOString().slice(0, 10);

async function coversOf(card: string, on: string) {
  return expectDone(await house.ask(ownHand, coverOfPerson, { who: { card }, on }), 'cover-of-person').covers;
}

test('a family that is registered is covered by RAMED; one that must pay, from the day of its payment', async () => {
  const [poor, vulnerable] = [aFamily('poor'), aFamily('vulnerable')];
  await register(house, poor);
  const [second = ''] = await register(house, vulnerable);
  expect(await coversOf(cardOf(poor), today())).toMatchObject([{ scheme: 'ramed', heldAs: 'insured', list: null }]);
  expect(await coversOf(cardOf(vulnerable), today())).toEqual([]);
  await pay(house, second);
  await house.settle();
  expect(await coversOf(cardOf(vulnerable), today())).toMatchObject([{ scheme: 'ramed', heldAs: 'insured' }]);
});

test('an insurer’s list that covers a person of RAMED opens a suspicion, once, and tells of the file', async () => {
  const family = aFamily('poor');
  const [file = ''] = await register(house, family);
  const line = { member: 'S-1', card: cardOf(family), held_as: 'insured', from: '2026-01-01' };
  const body = { organism: 'universities', scheme: 'students' as const };
  await tellList(house, [line], { ...body, stands_on: '2026-11-01' });
  const { cases } = expectDone(await house.ask(ownHand, casesOfRequests, { applications: [file] }), 'cases');
  expect(cases).toMatchObject([{ scheme: 'students', held_as: 'insured', source: 'universities', state: 'suspected' }]);
  const told = await house.owner.pool.query(`select payload from platform.event where name = 'coverage.cover-changed'`);
  expect(told.rows).toMatchObject([{ payload: { applications: [file] } }]);
  await tellList(house, [line], { ...body, stands_on: '2026-11-02' });
  await tellList(house, [{ ...line, held_as: 'dependant' }], { ...body, stands_on: '2026-11-03' });
  const again = expectDone(await house.ask(ownHand, casesOfRequests, { applications: [file] }), 'cases');
  expect(again.cases).toMatchObject([{ held_as: 'dependant' }]);
  expect((await coversOf(cardOf(family), today())).map((cover) => cover.scheme)).toEqual(['ramed', 'students']);
});

test('rights told late do not undo what is known since; the person’s history keeps both', async () => {
  const family = aFamily('poor');
  const [file = ''] = await admit(house, family);
  const right = { isCover: true, from: '2026-01-01', to: '2026-12-31' };
  const told = (toldAt: string, isCover: boolean) => ({
    toldAt,
    registrations: [{ request: file, rights: [{ ...right, isCover }] }],
  });
  const newer = told('2026-06-02T10:00:00Z', true);
  const { output, lines } = await expectProperDeed(house, noteRights, {
    by: ownHand,
    input: newer,
    otherInput: told('2026-06-02T10:00:00Z', false),
  });
  expect(output).toEqual({ persons: (await fileOf(house, file)).declaration.members.length });
  expect(lines.map((line) => line.subject)).toEqual([`application:${file}`]);
  expectDone(await house.do(ownHand, noteRights, told('2026-06-02T09:00:00Z', false)), 'note-rights');
  expect(await coversOf(cardOf(family), '2026-07-01')).toMatchObject([{ scheme: 'ramed' }]);
  expectDone(await house.do(ownHand, noteRights, told('2026-06-03T09:00:00Z', false)), 'note-rights');
  expect(await coversOf(cardOf(family), '2026-07-01')).toEqual([]);
  const { rows } = await house.owner.pool.query<{ id: string }>(
    'select person_id as id from coverage.ramed_member where card = $1',
    [cardOf(family)],
  );
  const { covers } = expectDone(await house.ask(ownHand, coverHistory, { who: { person: rows[0]?.id } }), 'history');
  expect(covers.map((cover) => [cover.from, cover.knownUntil === null])).toEqual([['2026-01-01', false]]);
  await expectRefused(house, noteRights, { by: await house.as('salma.anam'), input: newer, as: 'not-allowed' });
});

test('two who are found to be one are asked about as one, from that moment on and until it is taken back', async () => {
  const [one, other] = [aFamily('poor'), aFamily('poor')];
  await register(house, one, other);
  const cards = [cardOf(one), cardOf(other)];
  const { rows } = await house.owner.pool.query<{ id: string }>(
    'select id from registry.person where cnie = any($1) order by id',
    [cards],
  );
  const [head = '', joined = ''] = rows.map(({ id }) => id);
  const moment = async () =>
    (await house.owner.pool.query<{ at: string }>(`select clock_timestamp()::text as at`)).rows[0]?.at ?? '';
  const coversAt = async (person: string, at: string) => {
    const asKnownOn = new Date(at).toISOString();
    const asked = { who: { person }, on: today(), asKnownOn };
    return expectDone(await house.ask(ownHand, coverOfPerson, asked), 'cover-of-person').covers.length;
  };
  const [before, since] = [await moment(), new Date(Date.now() + 1_000).toISOString()];
  const until = new Date(Date.now() + 2_000).toISOString();
  await house.owner.pool.query(
    `insert into registry.known_as (person_id, known_as, since, until, territory) select id, $2, $3, $4, territory from registry.person where id = $1`,
    [joined, head, since, until],
  );
  for (const person of [head, joined]) {
    expect(await coversAt(person, before)).toBe(1);
    expect(await coversAt(person, since)).toBe(2);
    expect(await coversAt(person, until)).toBe(1);
  }
});
