import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { publicActor } from '#platform/permissions';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { cast } from '../testing/cast.ts';
import { permissionsOf, type Role, roles } from './roles.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** Tries every deed and every question with an input that none of them takes: who is not stopped at the door is stopped right behind it. */
async function openDoors(actor: Parameters<TestHouse['house']['desk']['ask']>[2]['actor']): Promise<Set<string>> {
  const { desk, actions, queries } = house.house;
  const asked = [
    ...actions.map(async (action) => [action.name, await desk.do(action, 'none', { actor, key: newId() })] as const),
    ...queries.map(async (query) => [query.name, await desk.ask(query, 'none', { actor })] as const),
  ];
  const answers = await Promise.all(asked);
  return new Set(answers.filter(([, answer]) => answer.ok || answer.refusal.refused !== 'not-allowed').map(([name]) => name));
}

const isPublic = ({ permission }: { permission: string }) => permission.startsWith('public:');

test.each(cast.map((member) => [member.login, member.role] as const))(
  '%s does and asks what a %s may, and nothing else',
  async (login, role) => {
    const may = [...house.house.actions, ...house.house.queries].filter(
      (thing) => isPublic(thing) || permissionsOf(role).has(thing.permission),
    );
    expect([...(await openDoors(await house.as(login)))].sort()).toEqual(may.map((thing) => thing.name).sort());
  },
);

test('who is not signed in may only ask what is public', async () => {
  const open = house.house.queries.filter(isPublic).map((query) => query.name);
  expect([...(await openDoors(publicActor))].sort()).toEqual(open.sort());
});

test('nobody both decides and validates, nor both registers and records payments', () => {
  const apart = [
    ['commissions:record', 'commissions:validate'],
    ['commissions:record', 'entitlements:register'],
    ['entitlements:register', 'contributions:record-payment'],
    ['applications:check-papers', 'commissions:record'],
  ] as const;
  for (const { role } of cast)
    for (const [one, other] of apart) expect(permissionsOf(role).has(one) && permissionsOf(role).has(other), role).toBe(false);
});

test.each(Object.keys(roles) as Role[])('whatever a %s may, some deed or question asks for', (role) => {
  const asked = new Set([...house.house.actions, ...house.house.queries].map((thing) => thing.permission));
  expect([...permissionsOf(role)].filter((permission) => !asked.has(permission))).toEqual([]);
});

test('no post holds what only the scheme’s own hand does', () => {
  for (const { role } of cast)
    expect([...permissionsOf(role)].filter((permission) => permission.startsWith('system:'))).toEqual([]);
});
