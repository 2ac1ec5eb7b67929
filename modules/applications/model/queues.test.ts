import { expect, test } from 'vitest';
import { permissionsOf, type Role, roles } from '#modules/staff';
import { states } from './lifecycle.ts';
import { queuesOf } from './queues.ts';

const of = (role: Role) => {
  const queues = queuesOf({ id: 'agent:1', permissions: permissionsOf(role), scopes: ['05.081.'] });
  return {
    mine: queues.filter(({ whose }) => whose === 'mine').map(({ state }) => state),
    all: queues.map(({ state }) => state),
  };
};

test.each<[Role, string]>([
  ['counter-agent', 'filed'],
  ['commission-secretary', 'scored,scheduled'],
  ['field-agent', 'enquiry'],
  ['provincial-officer', 'decided'],
  ['registration-officer', 'validated'],
  ['auditor', ''],
  ['card-officer', ''],
])('what waits for a %s', (role, mine) => {
  expect(of(role).mine.join()).toBe(mine);
});

test('a counter follows every file that is under way, each in one queue', () => {
  const underWay = Object.keys(states).filter((state) => !['draft', 'registered', 'closed'].includes(state));
  expect([...of('counter-agent').all].sort()).toEqual(underWay.sort());
});

test('nobody has a file twice, nor one that is over', () => {
  for (const role of Object.keys(roles) as Role[]) {
    const { all } = of(role);
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain('closed');
  }
});
