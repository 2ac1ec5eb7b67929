import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lawAt } from '#law';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, linesOf } from '../../../surfaces/testing/deeds.ts';
import { ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { pairKey } from '../model/matching/clusters.ts';
import { duplicateSearch } from '../queries/duplicate-search.ts';
import { duplicates } from '../queries/duplicates.ts';
import { oneDuplicate } from '../queries/one-duplicate.ts';
import { personsByName } from '../queries/persons-by-name.ts';
import { aHardRegister } from '../testing/a-hard-register.ts';
import { figuresOf } from '../testing/figures.ts';
import { compareAll, judgeAll } from '../testing/search-in-memory.ts';
import { advanceSearch } from './advance-search.ts';
import { decideDuplicates } from './decide-duplicates.ts';
import { type HouseholdStatement, recordHouseholds } from './record-households.ts';
import { searchDuplicates } from './search-duplicates.ts';
import { takeBackDecisions } from './take-back-decisions.ts';

const clerk = aPost('registration-officer', '');
const register = aHardRegister(220, 'store');

let house: TestHouse;
/** Persons by the request and the place in it that state them. */
let refs: ReadonlyMap<string, string>;
beforeAll(async () => {
  house = await openTestHouse();
  refs = await state(register.statements);
  await searchToTheEnd();
});
afterAll(() => house.close());

/** Requests are known to the database by identifiers of its own. */
async function state(statements: readonly HouseholdStatement[]): Promise<ReadonlyMap<string, string>> {
  const own = new Map(statements.map(({ requestId }) => [newId() as string, requestId]));
  const requests = [...own.keys()];
  const stating = statements.map((statement, at) => ({ ...statement, requestId: requests[at] ?? '' }));
  await house.owner.kysely
    .transaction()
    .execute((tx) => recordHouseholds({ tx, now: house.house.clock.now() }, stating, { dependent: 21, studying: 26 }));
  const { rows } = await sql<{ person: string; request: string; ref: number }>`
    select m.person_id as person, h.request_id as request, m.ref from registry.household_member m
    join registry.household h on h.id = m.household_id where h.request_id = any(${requests}::uuid[])`.execute(house.owner.kysely);
  return new Map(rows.map(({ person, request, ref }) => [person, `${own.get(request)}/${ref}`]));
}

async function searchToTheEnd(size = 5_000): Promise<number> {
  const { search } = expectDone(await house.do(ownHand, searchDuplicates, {}), 'search-duplicates');
  for (let turn = 1; ; turn += 1)
    if (expectDone(await house.do(ownHand, advanceSearch, { search, size }), 'advance-search').step === 'ended') return turn;
}

type Row = {
  id: string;
  one: string;
  other: string;
  probability: number;
  state: string;
  contradicted: boolean;
  cluster: string | null;
};

async function pairsKept(): Promise<Row[]> {
  const { rows } = await sql<Row>`select * from registry.likely_pair order by one, other`.execute(house.owner.kysely);
  return rows;
}

/** A family of one, whom nobody of the hard register resembles. */
function alone(given: string, family: string, more: { cnie?: string; birthDate?: string } = {}): HouseholdStatement {
  const names = { fr: { given, family } };
  const head = { ref: 1, relation: 'head', maritalStatus: 'single', schooling: 'none', earns: true, disabled: false } as const;
  const member = { ...head, sex: 'F' as const, names, birthDate: '1957-07-19', ...more };
  return { requestId: newId(), territory: '05.081.01.03', statedOn: '2022-10-03', members: [member] };
}

test('the store finds what the search in memory finds, as likely, and nothing else', async () => {
  const { reviewFrom } = lawAt('2026-09-01').registry;
  const { found } = judgeAll(compareAll(register.statements));
  const inMemory = found
    .filter(({ probability }) => probability >= reviewFrom.value)
    .map(({ one, other, probability }): [string, string] => [pairKey(one, other), probability.toFixed(6)]);
  const kept = (await pairsKept()).map(({ one, other, probability }): [string, string] => [
    pairKey(refs.get(one) ?? '', refs.get(other) ?? ''),
    probability.toFixed(6),
  ]);
  expect(kept.toSorted()).toEqual(inMemory.toSorted());
  const pairs = kept.map(([key]) => {
    const [one = '', other = ''] = key.split(' ');
    return { one, other };
  });
  const { precision, recall, planted } = figuresOf(pairs, register.truths);
  console.log(`${refs.size} persons stored, ${planted} planted: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  expect(planted).toBeGreaterThan(80);
  expect(recall).toBeGreaterThan(0.9);
});

test('cut after any portion and taken up again, it ends as in one sweep, and keeps whom it read, not the blocks', async () => {
  const before = (await pairsKept()).map(({ id: _, ...row }) => ({ ...row, search_id: '' }));
  expect(await searchToTheEnd(90)).toBeGreaterThan(20);
  expect((await pairsKept()).map(({ id: _, ...row }) => ({ ...row, search_id: '' }))).toEqual(before);
  const { rows } = await sql`
    select (select count(*)::int from registry.searched_person) as read, (select count(*) from registry.search_block) as blocks`.execute(
    house.owner.kysely,
  );
  expect(rows).toEqual([{ read: refs.size, blocks: 0 }]);
});

test('one search at a time: who begins another while one is under way gets that one', async () => {
  const first = expectDone(await house.do(ownHand, searchDuplicates, {}), 'search');
  const key = newId();
  expect(expectDone(await house.do(clerk, searchDuplicates, {}, key), 'search')).toEqual(first);
  expect(await house.do(clerk, searchDuplicates, {}, key), 'twice is once').toMatchObject({ output: first, repeated: true });
  expect(await linesOf(house, key)).toMatchObject([
    { actor: clerk.id, subject: `duplicate-search:${first.search}`, reason: 'already under way' },
  ]);
  await searchToTheEnd();
  expect(expectDone(await house.do(ownHand, advanceSearch, first), 'advance')).toEqual({ step: 'ended' });
  expect(await house.do(aPost('counter-agent', '05.081.01.03'), searchDuplicates, {})).toMatchObject({
    refusal: { refused: 'not-allowed' },
  });
});

describe('a clerk decides', () => {
  const asked = async (state: 'open' | 'decided') => expectDone(await house.ask(clerk, duplicates, { state }), 'duplicates');
  const oneOf = async (pair: string) => expectDone(await house.ask(clerk, oneDuplicate, { pair }), 'one').pair;
  const decide = async (pair: string, decision: 'same' | 'different') =>
    expectDone(await house.do(clerk, decideDuplicates, { decisions: [{ pair, decision, reason: 'papers' }] }), 'decide');
  const knownAs = async (person: string) => {
    const { rows } = await sql<{ known_as: string; now: boolean }>`
      select known_as, until = 'infinity' as now from registry.known_as where person_id = ${person} order by since`.execute(
      house.owner.kysely,
    );
    return rows;
  };

  /** Three who are one, written in three ways; the second has a card. */
  let chain: Row[];
  let persons: string[];
  beforeAll(async () => {
    await state([
      alone('Ghizlane', 'Tazroualt'),
      alone('Ghizlan', 'Tazroualt', { cnie: 'ZG778899' }),
      alone('Rhizlane', 'Tazroualte'),
      alone('Ghizlane', 'Tazroualt', { cnie: 'ZG112233', birthDate: '1957-11-02' }),
    ]);
    await searchToTheEnd();
    const { rows } = await sql<{ id: string }>`
      select id from registry.person where family_fr like 'Tazroualt%' order by id`.execute(house.owner.kysely);
    persons = rows.map(({ id }) => id);
    chain = (await pairsKept()).filter(({ one, other }) => persons.includes(one) && persons.includes(other));
  });
  const between = (one: number, other: number) =>
    chain.find((pair) => pairKey(pair.one, pair.other) === pairKey(persons[one] ?? '', persons[other] ?? ''))?.id ?? '';

  test('the likeliest first, each with the weight of every field', async () => {
    const { pairs, counts } = await asked('open');
    expect(pairs.map(({ probability }) => probability)).toEqual(
      pairs.map(({ probability }) => probability).toSorted((a, b) => b - a),
    );
    expect(counts.certain + counts.review).toBe((await pairsKept()).length);
    const { last } = expectDone(await house.ask(clerk, duplicateSearch, {}), 'duplicate-search');
    expect(last).toMatchObject({ persons: refs.size + 4 });
    const pair = await oneOf(between(0, 2));
    expect(pair?.fields.find(({ field }) => field === 'family')).toMatchObject({ level: 'sound' });
    expect(pair?.bits).toBeLessThan(pair?.fields.reduce((sum, { bits }) => sum + bits, 0) ?? 0);
    expect(pair?.one.households).toHaveLength(1);
    expect(pair?.beside.length).toBeGreaterThan(0);
  });

  test('more than a page: the rest follow the last one shown', async () => {
    const first = await asked('open');
    expect(first.more).toBe(true);
    const last = first.pairs.at(-1);
    const after = { probability: last?.probability ?? 0, pair: last?.id ?? '' };
    const next = expectDone(await house.ask(clerk, duplicates, { after }), 'duplicates');
    expect(next.pairs.length).toBeGreaterThan(0);
    expect(next.pairs.filter(({ id }) => first.pairs.some((pair) => pair.id === id))).toEqual([]);
  });

  test('who are one are known as the one with a card, found once, and the deed is journaled pair by pair', async () => {
    const key = newId();
    const decisions = [
      { pair: between(0, 1), decision: 'same' as const, reason: 'papers' as const, note: 'le livret de famille' },
      { pair: between(0, 2), decision: 'same' as const, reason: 'interview' as const },
    ];
    expect(expectDone(await house.do(clerk, decideDuplicates, { decisions }, key), 'decide')).toEqual({
      decided: decisions.map(({ pair }) => pair),
      left: [],
    });
    expect(await knownAs(persons[0] ?? '')).toEqual([{ known_as: persons[1], now: true }]);
    expect(await knownAs(persons[2] ?? '')).toEqual([{ known_as: persons[1], now: true }]);
    expect((await linesOf(house, key)).map(({ subject, reason }) => [subject, reason])).toEqual([
      [`pair:${between(0, 1)}`, 'same: papers'],
      [`pair:${between(0, 2)}`, 'same: interview'],
    ]);
    const { persons: found } = expectDone(
      await house.ask(clerk, personsByName, { name: 'Ghizlane Tazroualt', bornTo: '1957-08-01' }),
      'persons',
    );
    expect(found.map(({ person, requests }) => [person, requests.length])).toEqual([[persons[1], 3]]);
  });

  test('no second card by any way round, nothing twice, nothing unknown', async () => {
    const unknown = newId();
    const left = expectDone(
      await house.do(clerk, decideDuplicates, {
        decisions: [between(0, 3), between(0, 1), unknown].map((pair) => ({
          pair,
          decision: 'same' as const,
          reason: 'evident' as const,
        })),
      }),
      'decide',
    ).left;
    expect(left).toEqual([
      { pair: between(0, 3), because: 'two-cards' },
      { pair: between(0, 1), because: 'decided' },
      { pair: unknown, because: 'unknown' },
    ]);
  });

  test('decided wrongly, it is taken back: they are two again, and what was held stays to be read', async () => {
    const reason = 'Deux sœurs, leurs actes de naissance le montrent';
    const pairs = [between(0, 2)];
    expect(
      expectDone(await house.do(clerk, takeBackDecisions, { pairs: [...pairs, newId()], reason }), 'take-back'),
    ).toMatchObject({
      open: pairs,
      left: [{ because: 'unknown' }],
    });
    expect(await knownAs(persons[2] ?? '')).toEqual([{ known_as: persons[1], now: false }]);
    expect(await knownAs(persons[0] ?? '')).toEqual([{ known_as: persons[1], now: true }]);
    expect((await oneOf(between(0, 2)))?.decisions.map(({ decision, note }) => [decision, note])).toEqual([
      ['taken-back', reason],
      ['same', undefined],
    ]);
    expect((await decide(between(0, 2), 'different')).decided).toHaveLength(1);
    expect(expectDone(await house.do(clerk, takeBackDecisions, { pairs, reason }), 'take-back').open).toEqual(pairs);
  });

  test('kept apart, two stay apart through a third, whatever a new search finds', async () => {
    await decide(between(1, 2), 'different');
    expect((await decide(between(0, 2), 'same')).left).toEqual([{ pair: between(0, 2), because: 'kept-apart' }]);
    await searchToTheEnd();
    const kept = await pairsKept();
    expect(kept.find(({ id }) => id === between(1, 2))?.state).toBe('different');
    expect(kept.find(({ id }) => id === between(0, 1))?.state).toBe('same');
    expect((await asked('decided')).pairs.map(({ id }) => id)).toEqual(expect.arrayContaining([between(0, 1), between(1, 2)]));
  });

  test('two of one household are two', async () => {
    const twins = alone('Tilila', 'Oumarigh');
    const [one] = twins.members;
    if (!one) throw new Error('nobody');
    const again = alone('Tilila', 'Oumarigh');
    await state([
      { ...twins, members: [one, { ...one, ref: 2, names: { fr: { given: 'Tilelli', family: 'Oumarigh' } } }] },
      again,
    ]);
    await searchToTheEnd();
    const { rows } = await sql<{ id: string }>`select id from registry.likely_pair p
      where exists (select from registry.person q where q.id = p.one and q.family_fr = 'Oumarigh') order by probability desc`.execute(
      house.owner.kysely,
    );
    const outcomes = [];
    for (const { id } of rows) outcomes.push(await decide(id, 'same'));
    expect(outcomes.map(({ left }) => left.map(({ because }) => because))).toEqual([[], ['one-household']]);
  });

  test('only where the whole register is seen, and only who may; done twice it is done once', async () => {
    const provincial = aPost('registration-officer', '05.081');
    const decisions = [{ pair: between(0, 2), decision: 'different' as const, reason: 'families' as const }];
    const reason = 'vu de la province seule';
    expect(await house.do(provincial, decideDuplicates, { decisions })).toMatchObject({ refusal: { refused: 'whole-register' } });
    expect(await house.do(provincial, takeBackDecisions, { pairs: [between(1, 2)], reason })).toMatchObject({
      refusal: { refused: 'whole-register' },
    });
    expect(await house.do(aPost('counter-agent', '05.081'), decideDuplicates, { decisions })).toMatchObject({
      refusal: { refused: 'not-allowed' },
    });
    const otherInput = { decisions: decisions.map((decision) => ({ ...decision, reason: 'papers' as const })) };
    await expectProperDeed(house, decideDuplicates, { by: clerk, input: { decisions }, otherInput });
    const pairs = [between(0, 2)];
    await expectProperDeed(house, takeBackDecisions, {
      by: clerk,
      input: { pairs, reason },
      otherInput: { pairs, reason: 'autre' },
    });
  });
});

test('the worker takes a search to its end by itself', async () => {
  const { search } = expectDone(await house.do(clerk, searchDuplicates, {}), 'search');
  await house.settle();
  const { rows } = await sql`select step from registry.duplicate_search where id = ${search}`.execute(house.owner.kysely);
  expect(rows).toEqual([{ step: 'ended' }]);
});
