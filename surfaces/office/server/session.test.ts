import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';

let served: ServedHouse;
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

const enter = (payload: object, headers: Record<string, string> = {}) =>
  served.app.inject({ method: 'POST', url: '/api/office/sign-in', payload, headers });
const hanane = { login: 'hanane.azilal', password: CAST_PASSWORD };

test('an agent who signs in is told who they are, where, and what they may do; the token stays where no script reads it', async () => {
  const answer = await enter(hanane);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    agent: { names: { fr: 'Hanane Oubella', ar: 'حنان أوبلا' }, institution: 'interior' },
    post: { role: 'counter-agent', place: { fr: 'Azilal', ar: 'أزيلال' } },
    offlineDays: 3,
  });
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ name: 'ramed_session', httpOnly: true, sameSite: 'Strict' });
  expect(answer.body).not.toContain(cookie?.value);
  const again = await served.app.inject({ url: '/api/office/session', cookies: { ramed_session: cookie?.value ?? '' } });
  expect(again.json()).toMatchObject({ post: { role: 'counter-agent' } });
  expect(again.json()).not.toHaveProperty('vaultSecret');
});

test('the secret of the store is the same for an agent each day, and another for another agent', async () => {
  const secrets = await Promise.all(
    ['hanane.azilal', 'hanane.azilal', 'said.benimellal'].map(
      async (login) => (await enter({ ...hanane, login })).json().vaultSecret,
    ),
  );
  expect(secrets[0]).toBe(secrets[1]);
  expect(secrets[2]).not.toBe(secrets[0]);
});

test('a wrong password, a page of another site and no session are refused', async () => {
  const refusals = [
    await enter({ ...hanane, password: 'guess' }),
    await enter(hanane, { 'sec-fetch-site': 'cross-site' }),
    await enter({ login: 'hanane.azilal' }),
    await served.app.inject({ url: '/api/office/session' }),
  ];
  expect(refusals.map(({ statusCode, json }) => [statusCode, json().refused])).toEqual([
    [401, 'wrong-credentials'],
    [403, 'not-allowed'],
    [400, 'wrong-input'],
    [401, 'signed-out'],
  ]);
});

test('who leaves has no session any more', async () => {
  const [cookie] = (await enter(hanane)).cookies;
  const cookies = { ramed_session: cookie?.value ?? '' };
  const headers = { 'sec-fetch-site': 'same-origin' };
  await served.app.inject({ method: 'POST', url: '/api/office/sign-out', cookies, headers });
  expect((await served.app.inject({ url: '/api/office/session', cookies })).statusCode).toBe(401);
});

test('any address of the office opens it, and a file that is not there is not the office', async () => {
  const [page, other, missing] = await Promise.all(
    ['/office/', '/office/work/list', '/office/assets/nothing.js'].map((url) => served.app.inject({ url })),
  );
  expect([page?.statusCode, other?.statusCode, missing?.statusCode]).toEqual([200, 200, 404]);
  expect(other?.body).toBe(page?.body);
  expect(page?.headers['content-security-policy']).toContain("default-src 'none'");
});
