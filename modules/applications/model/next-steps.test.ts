import { describe, expect, test } from 'vitest';
import { permissionsOf, type Role, roles } from '#modules/staff';
import { listDeedsAndQuestions } from '../../../surfaces/house.ts';
import { correctable } from './correction.ts';
import { passages, type State, states } from './lifecycle.ts';
import { type Step, type StepOfFile, stepNames, steps, stepsOf } from './next-steps.ts';

const permissionOf = new Map(listDeedsAndQuestions().actions.map(({ name, permission }) => [name, permission]));
const everyState = Object.keys(states) as State[];
const everyRole = Object.keys(roles) as Role[];

/** Whether the lifecycle lets a step be taken in a state, whoever takes it. */
function isOpen(step: Step, state: State): boolean {
  const { passage, from }: StepOfFile = steps[step];
  if (from !== undefined && state !== from) return false;
  if (passage !== undefined) return (passages[passage].from as readonly State[]).includes(state);
  if (step === 'correct') return correctable[state];
  return !['draft', 'registered', 'closed'].includes(state);
}

function may(role: Role, step: Step): boolean {
  const permission = permissionOf.get(steps[step].deed);
  if (permission === undefined) throw new Error(`${steps[step].deed} is no deed`);
  return permissionsOf(role).has(permission);
}

describe.each(everyState)('a file that is %s', (state) => {
  test.each(everyRole)('offers a %s what the post and the lifecycle allow, all of it and nothing else', (role) => {
    const allowed = stepNames.filter((step) => isOpen(step, state) && may(role, step));
    expect([...stepsOf(state, role)].sort()).toEqual([...allowed].sort());
  });
});

test('who holds no post is offered nothing', () => {
  for (const state of everyState) expect(stepsOf(state, undefined)).toEqual([]);
});
