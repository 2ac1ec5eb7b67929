import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectDone } from '#platform/jobs';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { duplicateSearch } from '../queries/duplicate-search.ts';
import { searchDuplicates } from './search-duplicates.ts';

const clerk = aPost('registration-officer', '');
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('a search whose job died is seen to stand still, and whoever begins one goes on with it', async () => {
  await house.settle();
  const { search } = expectDone(await house.do(clerk, searchDuplicates, { reach: 'whole' }), 'search-duplicates');
  const jobs = `delete from graphile_worker._private_jobs where payload ->> 'event' in (select id::text from platform.event where payload @> $1)`;
  await house.owner.pool.query(jobs, [JSON.stringify({ search })]);
  const asked = async () => expectDone(await house.ask(clerk, duplicateSearch, {}), 'duplicate-search').underWay;
  expect(await asked()).not.toHaveProperty('stillSince');
  await house.settle();
  const longAgo = "update registry.duplicate_search set began_at = now() - interval '30 minutes' where id = $1";
  await house.owner.pool.query(longAgo, [search]);
  expect(await asked()).toHaveProperty('stillSince');
  expect(await house.do(clerk, searchDuplicates, { reach: 'newcomers' })).toMatchObject({ output: { search } });
  await house.settle();
  expect(await asked()).toBeUndefined();
});
