import { afterAll, beforeAll, expect, test } from 'vitest';
import { stoppedClock, systemClock } from '#platform/clock';
import { sql } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { OFFICE, orderedCards } from '../testing/ordered-cards.ts';
import { custodyBoard } from './custody-board.ts';
import { lateCards } from './late-cards.ts';

const clock = stoppedClock(systemClock.now().toString());
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

const daysAgo = (days: number) =>
  clock
    .now()
    .subtract({ hours: 24 * days })
    .toString();

/** Cards ordered so many days ago, in a stage for so many days. */
async function waiting(count: number, { state, days, ordered }: { state: string; days: number; ordered: number }, at = OFFICE) {
  const serials = await orderedCards(house, count, at);
  await sql`
    with moved as (update cards.card set state = ${state}, since = ${daysAgo(days)} where serial = any(${serials}) returning signing_id)
    update cards.signing set made_up_at = ${daysAgo(ordered)} where id in (select signing_id from moved)`.execute(
    house.owner.kysely,
  );
  return serials;
}

test('late cards are counted by province and stage, and those that will be late are foreseen by the pace that was seen', async () => {
  await waiting(2, { state: 'with_maker', days: 11, ordered: 14 });
  await waiting(3, { state: 'with_maker', days: 9.5, ordered: 20 });
  await waiting(4, { state: 'with_maker', days: 1, ordered: 15 });
  await waiting(1, { state: 'at_province', days: 8, ordered: 25 }, '01.051.01.01');
  const province = aPost('provincial-officer', '05.081');
  const before = expectDone(await house.ask(province, lateCards, {}), 'late');
  const standing = { province: '05.081', state: 'with_maker', all: 9, warning: 3, late: 2, foreseen: 0 };
  expect(before.standings).toMatchObject([standing]);
  expect(before.days).toBe(30);
  const passed = await orderedCards(house, 25);
  await sql`
    insert into cards.passage (serial, from_state, to_state, at, holder, territory)
    select serial, stage.was, stage.state, ${daysAgo(100)}::timestamptz + stage.day * interval '24 hours', 'x', territory
    from cards.card, (values ('batched', 'with_maker', 0), ('with_maker', 'made', 14)) stage(was, state, day)
    where serial = any(${passed})`.execute(house.owner.kysely);
  const after = expectDone(await house.ask(province, lateCards, {}), 'late');
  expect(after.stages.find(({ state }) => state === 'with_maker')).toMatchObject({
    ...{ usual: 14, isSeen: true, late: 10 },
    brake: { state: 'with_maker', holder: 'card-maker' },
  });
  // Before it leaves ANAM a card is foreseen late, and who must act is the maker.
  expect(after.stages.find(({ state }) => state === 'batched')).toMatchObject({
    holder: 'anam',
    brake: { holder: 'card-maker' },
  });
  expect(after.stages.find(({ state }) => state === 'checked')).not.toHaveProperty('brake');
  expect(after.standings.find(({ state }) => state === 'with_maker')).toMatchObject({ ...standing, foreseen: 4 });
  const nation = expectDone(await house.ask(await house.as('mehdi.cards'), lateCards, {}), 'late');
  expect(nation.standings).toContainEqual(expect.objectContaining({ province: '01.051', state: 'at_province', late: 1 }));
  const board = expectDone(await house.ask(province, custodyBoard, {}), 'board');
  expect(board).toMatchObject({ ordered: [{ province: '05.081', cards: 25 }], batches: [], parcels: [] });
});

test('a stage that takes long is seen at the volume of a nation: its entry may lie far back, and each province has its own pace', async () => {
  const there = await orderedCards(house, 25, '02.011.01.01');
  const passed = (was: string, state: string, day: number) =>
    sql`
      insert into cards.passage (serial, from_state, to_state, at, holder, territory)
      select serial, ${was}, ${state}, ${daysAgo(day)}, 'x', territory from cards.card where serial = any(${there})`.execute(
      house.owner.kysely,
    );
  await passed('batched', 'with_maker', 30);
  // As many passages of other cards as a nation's make in forty days lie between.
  await sql`select setval(pg_get_serial_sequence('cards.passage', 'id'), 1000000)`.execute(house.owner.kysely);
  await passed('with_maker', 'made', 2);
  for (const place of ['02.011.01.01', OFFICE]) await waiting(3, { state: 'with_maker', days: 1, ordered: 5 }, place);
  const nation = expectDone(await house.ask(await house.as('mehdi.cards'), lateCards, {}), 'late');
  const foreseen = (province: string) =>
    nation.standings.find((one) => one.province === province && one.state === 'with_maker')?.foreseen;
  expect([foreseen('02.011'), foreseen('05.081')]).toEqual([3, 4]);
});
