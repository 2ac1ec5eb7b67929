import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Query } from '#platform/actions';
import { expectDone } from '#platform/jobs';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { permissionMatrix } from './permission-matrix.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('the matrix of permissions names every deed and question that has a route, with the posts that may', async () => {
  const { actions, queries } = house.house;
  const asked = queries.find(({ name }) => name === 'staff.permission-matrix') as Query as ReturnType<typeof permissionMatrix>;
  const matrix = expectDone(await house.ask(aPost('administrator', ''), asked, {}), 'matrix');
  const named = new Map(matrix.things.map((thing) => [thing.name, thing]));
  const open = [...actions, ...queries].filter((thing) => thing.internal !== true && !thing.permission.startsWith('system:'));
  expect([...named.keys()].sort()).toEqual(open.map(({ name }) => name).sort());
  expect(named.get('staff.appoint-agent')).toMatchObject({
    kind: 'deed',
    roles: ['province-administrator', 'administrator'],
    anyone: false,
  });
  expect(named.get('staff.my-posts')).toMatchObject({ kind: 'question', anyone: true });
});
