import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyJournal } from '#platform/audit';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { type Actor, systemActor } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { linesOf } from '../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../surfaces/testing/test-house.ts';
import { type Desk, defineAction, defineQuery, openDesk } from './index.ts';

let house: TestHouse;
let desk: Desk;
const actor = systemActor('test');
let done = 0;

beforeAll(async () => {
  house = await openTestHouse();
  const { database, clock } = house.house;
  desk = openDesk({ database, clock, subscribersOf: (event) => (event === 'tests.counted' ? ['tests.react'] : []) });
});
beforeEach(() => {
  done = 0;
});
afterAll(() => house.close());

const count = defineAction({
  name: 'tests.count',
  summary: 'Counts',
  permission: 'tests:count',
  input: z.object({ step: z.int().min(1), note: z.string().default('') }),
  output: z.object({ count: z.int(), at: z.string() }),
  refusals: ['too-far'],
  identity: ({ step }) => ({ step }),
  async run(context, { step }) {
    if (step > 100) return refuse('too-far', { place: 'step' });
    await sql`select pg_sleep(0.05)`.execute(context.tx);
    done += step;
    context.emit('tests.counted', { step });
    if (step === 99) throw new Error('the ground gives way after the event was told');
    return { count: done, at: newId() };
  },
});

async function leftOf(key: string) {
  const { rows } = await house.owner.pool.query(
    `select (select count(*)::int from platform.deed where key = $1) as deeds,
       (select count(*)::int from audit.entry where deed = $1) as lines,
       (select count(*)::int from platform.event where deed = $1) as events,
       (select count(*)::int from graphile_worker._private_jobs j join platform.event e on e.id::text = j.payload ->> 'event'
        where e.deed = $1) as jobs`,
    [key],
  );
  return rows[0];
}

const crossing = defineAction({
  name: 'tests.cross',
  summary: 'Holds one thing and then wants another',
  permission: 'tests:count',
  input: z.object({ holds: z.int(), wants: z.int() }),
  output: z.object({ ok: z.literal(true) }),
  refusals: [],
  async run({ tx }, { holds, wants }) {
    await sql`select pg_advisory_xact_lock(${holds}::int)`.execute(tx);
    await sql`select pg_sleep(0.3)`.execute(tx);
    await sql`select pg_advisory_xact_lock(${wants}::int)`.execute(tx);
    return { ok: true as const };
  },
});

test('two deeds that each hold what the other wants are both done, once', async () => {
  const [one, other] = [newId(), newId()];
  const outcomes = await Promise.all([
    desk.do(crossing, { holds: 71, wants: 72 }, { actor, key: one }),
    desk.do(crossing, { holds: 72, wants: 71 }, { actor, key: other }),
  ]);
  expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
  for (const key of [one, other]) expect(await leftOf(key)).toMatchObject({ deeds: 1, lines: 1 });
});

describe('a deed done with one key', () => {
  test('by ten hands at the same moment is done once, and all ten get the same answer', async () => {
    const key = newId();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => desk.do(count, { step: 1 }, { actor, key })));
    expect(done).toBe(1);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome.ok && outcome.output))).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.repeated)).toHaveLength(1);
    expect(await leftOf(key)).toEqual({ deeds: 1, lines: 1, events: 1, jobs: 1 });
  });

  test('is the same deed when only words differ that do not make it another', async () => {
    const key = newId();
    await desk.do(count, { step: 2, note: 'first' }, { actor, key });
    expect(await desk.do(count, { step: 2, note: 'again' }, { actor, key })).toMatchObject({ ok: true, repeated: true });
    expect(await desk.do(count, { step: 3 }, { actor, key })).toEqual({ ok: false, refusal: { refused: 'key-reused' } });
    expect(done).toBe(2);
  });

  test('gives nobody else its answer', async () => {
    const key = newId();
    await desk.do(count, { step: 1 }, { actor, key });
    expect(await desk.do(count, { step: 1 }, { actor: systemActor('other'), key })).toMatchObject({
      refusal: { refused: 'key-reused' },
    });
  });

  test('that was refused, or broke off, may be tried again with it', async () => {
    const key = newId();
    expect(await desk.do(count, { step: 101 }, { actor, key })).toMatchObject({ refusal: { refused: 'too-far', place: 'step' } });
    await expect(desk.do(count, { step: 99 }, { actor, key })).rejects.toThrow('gives way');
    expect(await desk.do(count, { step: 1 }, { actor, key })).toMatchObject({ ok: true, repeated: false });
  });
});

test('a deed that breaks off after it told its event leaves no event, no job, no line and no memory of its key', async () => {
  const key = newId();
  await expect(desk.do(count, { step: 99 }, { actor, key })).rejects.toThrow('gives way');
  expect(await leftOf(key)).toEqual({ deeds: 0, lines: 0, events: 0, jobs: 0 });
});

test('who may not do a deed does not learn whether the input would have been right', async () => {
  const nobody: Actor = { id: 'agent:none', permissions: new Set(), scopes: ['*'] };
  for (const input of [{ step: 1 }, { step: 0 }, 'nonsense'])
    expect(await desk.do(count, input, { actor: nobody, key: newId() })).toMatchObject({
      refusal: { refused: 'not-allowed', facts: { permission: 'tests:count' } },
    });
  expect(await desk.do(count, { step: 0 }, { actor, key: newId() })).toMatchObject({
    refusal: { refused: 'wrong-input', place: 'step' },
  });
});

test('a deed that says nothing for the journal has a line all the same, with who did it and from which post', async () => {
  const key = newId();
  await desk.do(count, { step: 1 }, { actor: { ...actor, post: 'post-7' }, key });
  expect(await linesOf(house, key)).toMatchObject([
    { book: 'national', actor: 'system:test', post: 'post-7', subject: `deed:${key}` },
  ]);
});

test('a deed at another’s post says for whom it was done, in a chain that still holds', async () => {
  const key = newId();
  await desk.do(count, { step: 1 }, { actor: { ...actor, actingFor: 'agent:away' }, key });
  const { rows } = await house.owner.pool.query('select acting_for from audit.entry where deed = $1', [key]);
  expect(rows).toEqual([{ acting_for: 'agent:away' }]);
  const report = () => house.owner.kysely.transaction().execute(verifyJournal);
  expect((await report()).faults).toEqual([]);
  await house.owner.pool.query(`update audit.entry set acting_for = null where deed = $1`, [key]);
  expect((await report()).faults).toMatchObject([{ fault: 'changed' }]);
  await house.owner.pool.query(`update audit.entry set acting_for = 'agent:away' where deed = $1`, [key]);
});

test('a question writes nothing', async () => {
  const meddle = defineQuery({
    name: 'tests.meddle',
    summary: 'Writes where it should read',
    permission: 'tests:count',
    input: z.object({}),
    output: z.object({}),
    async run({ tx }) {
      await sql`insert into platform.event values (${newId()}, 'tests.meddled', '{}', 'none', now())`.execute(tx);
      return {};
    },
  });
  await expect(desk.ask(meddle, {}, { actor })).rejects.toThrow('read-only transaction');
});

describe('questions asked together', () => {
  const look = defineQuery({
    name: 'tests.look',
    summary: 'Says in which transaction it looks, with which scopes, and how many deeds it sees',
    permission: 'tests:count',
    input: z.object({}),
    output: z.object({ transaction: z.string(), scopes: z.string(), deeds: z.int() }),
    async run({ tx }) {
      const { rows } = await sql<{ transaction: string; scopes: string; deeds: number }>`
        select txid_current_snapshot()::text as transaction, current_setting('ramed.scopes') as scopes,
          (select count(*)::int from platform.deed) as deeds`.execute(tx);
      return rows[0] ?? { transaction: '', scopes: '', deeds: -1 };
    },
  });
  const atAzilal: Actor = { id: 'agent:1', permissions: new Set(['tests:count']), scopes: ['05.081.'] };

  test('see one moment, whatever is done meanwhile, and only the jurisdiction of who asks', async () => {
    const [before, after] = await desk.askTogether({ actor: atAzilal }, async (ask) => {
      const first = await ask(look, {});
      await desk.do(count, { step: 1 }, { actor, key: newId() });
      return [first, await ask(look, {})];
    });
    expect(before).toMatchObject({ ok: true, output: { scopes: '05.081.' } });
    expect(after).toEqual(before);
  });

  test('are refused one by one, and one that reaches the nation is not asked among others', async () => {
    const nobody: Actor = { id: 'agent:2', permissions: new Set(), scopes: ['05.081.'] };
    expect(await desk.askTogether({ actor: nobody }, (ask) => ask(look, {}))).toMatchObject({
      ok: false,
      refusal: { refused: 'not-allowed' },
    });
    const ofTheNation = { ...look, reach: 'nation' } as const;
    await expect(desk.askTogether({ actor }, (ask) => ask(ofTheNation, {}))).rejects.toThrow('question-to-ask-alone: tests.look');
  });
});

const recall = defineQuery({
  name: 'tests.recall',
  summary: 'Gives back what it is told',
  permission: 'tests:count',
  input: z.object({ note: z.string() }),
  output: z.object({ note: z.string() }),
  run: async (_context, { note }) => ({ note }),
});

test.each([
  ['deed', (note: string) => desk.do(count, { step: 1, note }, { actor, key: newId() })],
  ['question', (note: string) => desk.ask(recall, { note }, { actor })],
])('what the database stores in no text in a %s is refused with its place, before it is seen there', async (_kind, put) => {
  const wrong = { nul: 'before\u0000after', 'half-character': 'before\ud83d', 'year-zero': '0000-01-01' };
  for (const [rule, note] of Object.entries(wrong))
    expect(await put(note)).toMatchObject({ ok: false, refusal: { refused: 'wrong-input', place: 'note', facts: { rule } } });
  for (const note of ['before and after', 'مُحَمَّدٌ \u202e🕌', '0001-01-01']) expect(await put(note)).toMatchObject({ ok: true });
});
