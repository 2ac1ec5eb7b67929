import { afterAll, beforeAll, expect, test } from 'vitest';
import { lawAt } from '#law';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { linesOf } from '../../../surfaces/testing/deeds.ts';
import { duplicatesClerk } from '../../../surfaces/testing/merges.ts';
import { ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { pairKey } from '../model/matching/clusters.ts';
import { duplicateSearch } from '../queries/duplicate-search.ts';
import { openWeigher } from '../queries/namesakes.ts';
import { aHardRegister } from '../testing/a-hard-register.ts';
import { advanceSearch } from './advance-search.ts';
import { type HouseholdStatement, recordHouseholds } from './record-households.ts';
import { searchDuplicates } from './search-duplicates.ts';

let house: TestHouse;
const statements = aHardRegister(80, 'newcomers').statements.map((statement) => ({
  ...statement,
  requestId: newId() as string,
}));
const [most, more] = [Math.floor(statements.length * 0.7), Math.floor(statements.length * 0.9)];
/** What was read and compared by each search, the first of all, the others of newcomers. */
const counts: Counted[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  for (const [at, some] of [statements.slice(0, most), statements.slice(most, more), statements.slice(more)].entries()) {
    await state(some);
    counts.push(await searchToTheEnd(at === 0 ? 'whole' : 'newcomers', at === 1 ? 40 : 5_000));
  }
});
afterAll(() => house.close());

async function state(some: readonly HouseholdStatement[]): Promise<void> {
  const context = { now: house.house.clock.now() };
  await house.owner.kysely
    .transaction()
    .execute((tx) => recordHouseholds({ tx, ...context }, some, { dependent: 21, studying: 26 }));
}

type Counted = { readonly reach: string; readonly persons: number; readonly compared: number; readonly portions: number };

async function searchToTheEnd(reach: 'whole' | 'newcomers', size = 5_000): Promise<Counted> {
  const { search } = expectDone(await house.do(ownHand, searchDuplicates, { reach }), 'search-duplicates');
  let portions = 1;
  while (expectDone(await house.do(ownHand, advanceSearch, { search, size }), 'advance-search').step !== 'ended') portions += 1;
  const { rows } = await sql<Counted>`
    select reach, persons, compared from registry.duplicate_search where id = ${search}`.execute(house.owner.kysely);
  return { reach: '', persons: 0, compared: 0, ...rows[0], portions };
}

async function pairsKept(): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ one: string; other: string; probability: number }>`
    select one, other, probability from registry.likely_pair`.execute(house.owner.kysely);
  return new Map(rows.map(({ one, other, probability }) => [pairKey(one, other), probability]));
}

async function clustersKept(): Promise<number> {
  const { rows } = await sql<{ clusters: number }>`
    select count(distinct cluster)::int as clusters from registry.likely_pair`.execute(house.owner.kysely);
  return rows[0]?.clusters ?? 0;
}

async function personsOf(request: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select m.person_id as person from registry.household h join registry.household_member m on m.household_id = h.id
    where h.request_id = ${request} and h.superseded_at is null`.execute(house.owner.kysely);
  return rows.map(({ person }) => person);
}

test('the first search of all and those of newcomers find together what one search of all finds', async () => {
  const [first, second, third] = counts;
  expect([first?.reach, second?.reach, third?.reach]).toEqual(['whole', 'newcomers', 'newcomers']);
  expect(second?.portions, 'in portions, each committed').toBeGreaterThan(10);
  const { last } = expectDone(await house.ask(duplicatesClerk, duplicateSearch, {}), 'duplicate-search');
  const [newcomers, compared] = [
    (second?.persons ?? 0) + (third?.persons ?? 0),
    (second?.compared ?? 0) + (third?.compared ?? 0),
  ];
  expect(last).toMatchObject({ persons: first?.persons, newcomers: { persons: newcomers, compared } });
  const [found, clusters] = [await pairsKept(), await clustersKept()];
  const whole = await searchToTheEnd('whole');
  const again = await pairsKept();
  expect((first?.persons ?? 0) + newcomers).toBe(whole.persons);
  expect((first?.compared ?? 0) + compared).toBe(whole.compared);
  // Weights learned anew move a probability a little: only a pair that lies on the very bound may come or go.
  const bound = lawAt('2026-09-01').registry.reviewFrom.value;
  const alone = [...found.keys(), ...again.keys()].filter((pair) => found.has(pair) !== again.has(pair));
  for (const pair of alone) expect(Math.abs((found.get(pair) ?? again.get(pair) ?? 1) - bound)).toBeLessThan(0.1);
  console.log(`${again.size} pairs, ${alone.length} of them on the bound; ${clusters} and ${await clustersKept()} clusters`);
  expect(alone.length).toBeLessThan(again.size / 20);
  expect(again.size).toBeGreaterThan(40);
});

test('who was searched already is no newcomer; a family stated anew is held against the rest anew', async () => {
  expect(await searchToTheEnd('newcomers')).toMatchObject({ persons: 0, compared: 0 });
  const paired = [...(await pairsKept()).keys()].flatMap((pair) => pair.split(' '));
  let restated: HouseholdStatement | undefined;
  for (const statement of statements) {
    const persons = await personsOf(statement.requestId);
    if (statement.members.length === 1 && persons.some((person) => paired.includes(person))) restated ??= statement;
  }
  if (!restated) throw new Error('nobody who lives alone is in a pair');
  const [person = ''] = await personsOf(restated.requestId);
  const other = { fr: { given: 'Xénophon', family: 'Quintilianus' } };
  await state([
    { ...restated, members: restated.members.map((member) => ({ ...member, names: other, birthDate: '1931-03-03' })) },
  ]);
  expect(await searchToTheEnd('newcomers')).toMatchObject({ persons: 1 });
  const [known = person] = await personsOf(restated.requestId);
  const left = [...(await pairsKept()).keys()].filter((pair) => pair.includes(known));
  expect(left, 'what it was likely with under its old name is forgotten').toEqual([]);
});

test('how many bear a name is kept after a search, and says more of a rare one', async () => {
  const { rows } = await sql<{ persons: number; sounds: number }>`
    select sum(persons)::int as persons, count(*)::int as sounds from registry.sound_share where part = 'given'`.execute(
    house.owner.kysely,
  );
  const { rows: read } = await sql<{ persons: number }>`select count(*)::int as persons from registry.searched_person`.execute(
    house.owner.kysely,
  );
  expect(rows[0]?.persons).toBe(read[0]?.persons);
  const { rows: common } = await sql<{ given_fr: string; family_fr: string }>`
    select given_fr, family_fr from registry.searched_person p join registry.sound_share s on s.part = 'given' and s.sound = p.given_sound
    where given_fr is not null and family_fr is not null order by s.persons desc limit 1`.execute(house.owner.kysely);
  const [most] = common;
  const called = (given: string) => ({
    names: { fr: { given, family: most?.family_fr ?? '' } },
    sex: 'F' as const,
    birthDate: '1980-05-17',
  });
  const persons = [called(most?.given_fr ?? ''), called('Xénophonte')] as const;
  const weigher = await house.owner.kysely.transaction().execute((tx) => openWeigher(tx, persons));
  const [often, rarely] = persons.map((person) => weigher(person, person).probability);
  expect(rarely).toBeGreaterThan(often ?? 1);
});

test('newcomers without a search of all before, or after too long, are searched with all; whoever begins leaves a line', async () => {
  const key = newId();
  const { search } = expectDone(await house.do(duplicatesClerk, searchDuplicates, { reach: 'due' }, key), 'search-duplicates');
  expect(await linesOf(house, key)).toMatchObject([{ subject: `duplicate-search:${search}`, reason: 'begun: newcomers' }]);
  await sql`delete from registry.duplicate_search where id = ${search}`.execute(house.owner.kysely);
  await sql`update registry.duplicate_search set ended_at = ended_at - interval '40 days'`.execute(house.owner.kysely);
  expect((await searchToTheEnd('newcomers')).reach).toBe('newcomers');
  const late = newId();
  const due = expectDone(await house.do(ownHand, searchDuplicates, { reach: 'due' }, late), 'search-duplicates').search;
  expect(await linesOf(house, late)).toMatchObject([{ reason: 'begun: whole' }]);
  await sql`delete from registry.duplicate_search where id = ${due}`.execute(house.owner.kysely);
  await sql`update registry.duplicate_search set rules = 0`.execute(house.owner.kysely);
  expect((await searchToTheEnd('newcomers')).reach, 'read under other rules of sounds').toBe('whole');
});
