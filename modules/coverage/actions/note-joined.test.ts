import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aLikelyPair, merge, part, personOf } from '../../../surfaces/testing/merges.ts';
import { deedNamed, fileOf, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { casesOfRequests } from '../queries/cases.ts';
import { coverOfPerson } from '../queries/cover-of-person.ts';
import { noteJoined } from './note-joined.ts';

let house: TestHouse;
/** The first family, whose head has a card and whose rights are closed; the second, of which a child without a card is that head. */
let [first, second] = ['', ''];
let [head, child] = ['', ''];
let pair: string;
let card: { by: 'card'; cnie: string; birthDate: string };
beforeAll(async () => {
  house = await openTestHouse();
  const families = [aFamily('poor'), aFamily('poor')];
  [first = '', second = ''] = await register(house, ...families);
  const bare = families[1]?.members.findIndex((member) => member.cnie === undefined) ?? -1;
  [head, child] = [await personOf(house, first), await personOf(house, second, bare + 1)];
  pair = await aLikelyPair(house, [head, child]);
  const [stated] = (await fileOf(house, first)).declaration.members;
  card = { by: 'card', cnie: stated?.cnie ?? '', birthDate: stated?.birth_date ?? '' };
  const covered = { member: 'S-1', card: card.cnie, held_as: 'insured', from: '2026-01-01' };
  await tellList(house, [covered], { organism: 'universities', scheme: 'students', stands_on: '2026-11-02' });
  const { number } = await registrationOf(house, first);
  const closing = { registration: number, reason: 'family-asked', note: 'À sa demande' };
  expectDone(await house.do(await house.as('salma.anam'), deedNamed(house, 'entitlements.close-right'), closing), 'close-right');
  await house.settle();
});
afterAll(() => house.close());

async function rightOn(knownAt?: string) {
  const asked = { subjects: [card], ...(knownAt === undefined ? {} : { knownAt }) };
  const { answers } = expectDone(await house.ask(await house.as('salma.anam'), house.house.rightOf, asked), 'right-of');
  return answers[0];
}

async function casesOf(file: string) {
  return expectDone(await house.ask(ownHand, casesOfRequests, { applications: [file] }), 'cases').cases;
}

async function coversOf(person: string): Promise<number> {
  const asked = { who: { person }, on: '2026-02-01' };
  return expectDone(await house.ask(ownHand, coverOfPerson, asked), 'cover-of-person').covers.length;
}

async function stepsOf(file: string): Promise<string[]> {
  const { rows } = await sql<{ passage: string }>`
    select s.passage from coverage.case_step s join coverage.cover_case c on c.id = s.case_id where c.request_id = ${file}
    order by s.taken_at`.execute(house.owner.kysely);
  return rows.map(({ passage }) => passage);
}

async function moment(): Promise<string> {
  await wait(3);
  const now = new Date().toISOString();
  await wait(3);
  return now;
}

test('two who are found to be one have one answer, one cover and one card; taken back, everything is as it was', async () => {
  const before = await moment();
  expect(await rightOn()).toMatchObject({ state: 'closed' });
  expect(await casesOf(second)).toEqual([]);
  expect(await coversOf(child)).toBe(0);
  await merge(house, pair);
  const meanwhile = await moment();
  const { number } = await registrationOf(house, second);
  const joined = await rightOn();
  expect(joined).toMatchObject({ state: 'open', registration: number });
  expect(joined?.persons?.filter(({ isAsked }) => isAsked)).toHaveLength(1);
  expect(await coversOf(child)).toBe(1);
  expect(await casesOf(second)).toMatchObject([{ person_id: child, scheme: 'students', state: 'suspected' }]);
  await part(house, pair);
  expect(await rightOn()).toMatchObject({ state: 'closed' });
  expect(await coversOf(child)).toBe(0);
  expect(await stepsOf(second)).toEqual(['parted']);
  const { rows } = await sql`select state from coverage.cover_case where request_id = ${second}`.execute(house.owner.kysely);
  expect(rows).toEqual([{ state: 'dismissed' }]);
  expect(await rightOn(before), 'as it was known before').toMatchObject({ state: 'closed' });
  expect(await rightOn(meanwhile), 'as it was known meanwhile').toMatchObject({ state: 'open', registration: number });
});

test('found to be one again, the case that was set aside by their parting is open again; a list finds it, too, and only once', async () => {
  await merge(house, pair);
  expect(await stepsOf(second)).toEqual(['parted', 'joined-again']);
  const again = { member: 'S-1', card: card.cnie, held_as: 'insured', from: '2026-01-01' };
  await tellList(house, [again], { organism: 'school', scheme: 'students', stands_on: '2026-11-03' });
  await house.settle();
  const { rows } = await sql`
    select count(distinct c.id)::int as cases, count(*)::int as evidence from coverage.cover_case c
    join coverage.case_evidence e on e.case_id = c.id where c.request_id = ${second}`.execute(house.owner.kysely);
  expect(rows).toEqual([{ cases: 1, evidence: 2 }]);
});

test('it follows by itself only, and twice is once', async () => {
  await part(house, pair);
  await sql`update registry.known_as set until = 'infinity' where until <> 'infinity' and since = (select max(since) from registry.known_as)`.execute(
    house.owner.kysely,
  );
  const input = { persons: [head, child] };
  const { lines } = await expectProperDeed(house, noteJoined, { by: ownHand, input, otherInput: { persons: [head] } });
  expect(lines.map(({ subject }) => subject)).toContain(`person:${child}`);
  expect(expectDone(await house.do(ownHand, noteJoined, input), 'note-joined')).toEqual({ joined: 0, parted: 0 });
  await expectRefused(house, noteJoined, { by: await house.as('salma.anam'), input, as: 'not-allowed' });
});
