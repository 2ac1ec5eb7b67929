import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST_PASSWORD, cast } from '#modules/staff';
import { stoppedClock, systemClock } from '#platform/clock';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
beforeAll(async () => {
  // Failures are counted by the minute: on a slow machine three hundred guesses take more than one.
  served = await openServedHouse({ clock: stoppedClock(systemClock.now().toString()) });
});
afterAll(() => served?.close());

const login = 'hanane.azilal';
const from = (address: string) => ({ 'x-forwarded-for': address });
const enter = (payload: object, address: string) =>
  served.app.inject({ method: 'POST', url: '/api/sign-in', payload, headers: from(address) });
const ask = (token: string, address: string) =>
  served.app.inject({
    method: 'POST',
    url: '/api/queries/staff.my-posts',
    payload: {},
    headers: { authorization: `Bearer ${token}`, ...from(address) },
  });

async function tokenOf(agent: string, address: string): Promise<string> {
  return (await enter({ login: agent, password: CAST_PASSWORD }, address)).json<{ token: string }>().token;
}

test('a whole office behind one address works on: each session is counted by itself', async () => {
  const address = '10.1.1.1';
  const tokens = await Promise.all(cast.slice(0, 3).map((agent) => tokenOf(agent.login, address)));
  for (const token of tokens) {
    const answers = await Promise.all(Array.from({ length: 500 }, () => ask(token, address)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  }
});

test('tokens that were made up are counted by their address', async () => {
  const address = '10.1.1.2';
  const answers = await Promise.all(Array.from({ length: 1_010 }, (_, at) => ask(`made-up-${at}`, address)));
  expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(10);
});

test('who guesses with a list of logins from one address is stopped, before anything is compared; the office next door is not', async () => {
  const address = '10.1.1.3';
  const guesses = await Promise.all(
    Array.from({ length: 310 }, (_, at) => enter({ login: `nobody.${at % 5}`, password: 'guessed' }, address)),
  );
  expect(guesses.every(({ statusCode }) => statusCode === 401 || statusCode === 429)).toBe(true);
  const stopped = await enter({ login, password: CAST_PASSWORD }, address);
  expect([stopped.statusCode, stopped.json()]).toEqual([429, { refused: 'too-many-requests' }]);
  expect((await enter({ login, password: CAST_PASSWORD }, '10.1.1.4')).statusCode).toBe(200);
});
