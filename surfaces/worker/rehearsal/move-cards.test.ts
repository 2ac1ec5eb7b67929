import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whereIsCard } from '#modules/cards';
import { expectDone } from '#platform/jobs';
import { booksOf, orderedCards } from '../../../modules/cards/testing/ordered-cards.ts';
import { ownHand } from '../../testing/road.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function standing(): Promise<Record<string, number>> {
  const { rows } = await house.owner.pool.query('select state, count(*)::int as cards from cards.card group by state');
  return Object.fromEntries(rows.map(({ state, cards }) => [state, cards]));
}

async function sendCards(): Promise<void> {
  await house.owner.pool.query(
    `select graphile_worker.add_job('rehearsal.send-cards', '{"payload": null}'::json, queue_name := 'rehearsal')`,
  );
  await house.settle();
}

test('cards go from the order to families by the cast and the maker, and some stop at every stage on the way', async () => {
  const serials = [...(await orderedCards(house, 200)), ...(await orderedCards(house, 135, '05.081.01.01'))];
  await sendCards();
  expect(Object.keys(await standing())).toContain('with_maker');
  await wait(3_500);
  await house.settle();
  const stages = ['ordered', 'batched', 'with_maker', 'made', 'checked', 'in_parcel', 'at_province', 'at_office', 'active'];
  const { lost_in_transit: lost = 0, ...found } = await standing();
  expect(stages.filter((stage) => !found[stage])).toEqual([]);
  expect(lost).toBeGreaterThan(30);
  for (const serial of serials.filter((_serial, place) => place % 35 === 0)) {
    const { card } = expectDone(await house.ask(ownHand, whereIsCard, { serial }), 'where');
    expect(card?.holder).toBeDefined();
  }
}, 120_000);

test('the cards of a few families wait for others', async () => {
  const serials = await orderedCards(house, 5, '01.051.01.01');
  await sendCards();
  expect((await booksOf(house, serials)).map(({ state }) => state)).toEqual(serials.map(() => 'ordered'));
});
