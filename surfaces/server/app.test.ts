import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseKeySet, parseRevocationList } from '#modules/cards';
import { CAST_PASSWORD } from '#modules/staff';
import { isRefusal } from '#platform/refusals';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';
import { publishRevocationsAtStart } from '../worker/publish-revocations.ts';

let served: ServedHouse;
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

test('the public keys and the list of revoked cards are there for anyone, before any card was revoked', async () => {
  await publishRevocationsAtStart(served.house);
  const answers = await Promise.all(['public-keys', 'revocations'].map((name) => fetch(`${served.origin}/keys/${name}.json`)));
  for (const answer of answers)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
  const [keys, revocations] = await Promise.all(answers.map((answer) => answer.json()));
  const trusted = parseKeySet(keys);
  if (isRefusal(trusted)) throw new Error(trusted.refused);
  expect(isRefusal(parseRevocationList(revocations, trusted))).toBe(false);
});

test('an address that cannot be read is answered plainly', async () => {
  const answer = await served.app.inject({ url: '/suivi/%E0%A4%A' });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toEqual({ refused: 'wrong-address', facts: { rule: 'FST_ERR_BAD_URL' } });
});

test('what cannot be read is refused in the shape of its door, with no word of the framework', async () => {
  const send = (url: string, payload: string, type = 'application/json') =>
    served.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, 'idempotency-key': 'rough-1234' } });
  const whole = 'x'.repeat(4 * 1_048_576);
  const wrong = [
    ['{"subjects": [', 'application/json', 400, '', 'unreadable'],
    ['', 'application/json', 400, '', 'unreadable'],
    ['{"__proto__": {"a": 1}}', 'application/json', 400, '', 'unreadable'],
    [JSON.stringify({ whole }), 'application/json', 413, '', 'too-large'],
    ['<a/>', 'application/xml', 415, 'Content-Type', 'content-type'],
  ] as const;
  for (const [payload, type, status, place, rule] of wrong) {
    for (const url of ['/gateway/v1/rights', '/gateway/v1/bank/payments']) {
      const answer = await send(url, payload, type);
      expect([answer.statusCode, answer.json()]).toEqual([status, { error: 'not-as-in-the-manual', place, facts: { rule } }]);
    }
    const answer = await send('/api/actions/entitlements.report-life-event', payload, type);
    expect([answer.statusCode, answer.json()]).toEqual([status, { refused: 'wrong-input', place, facts: { rule } }]);
  }
});

test('an empty file of requests is refused, not a failure of ours', async () => {
  const payload = { login: 'karim.exchange', password: CAST_PASSWORD };
  const { token } = (await served.app.inject({ method: 'POST', url: '/api/sign-in', payload })).json<{ token: string }>();
  const headers = { authorization: `Bearer ${token}` };
  for (const typed of [{}, { 'content-type': 'application/xml' }]) {
    const answer = await served.app.inject({ method: 'POST', url: '/api/batches', headers: { ...headers, ...typed } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toHaveProperty('refused');
  }
});

test('the page of the documentation asks nothing of another host', async () => {
  const { headers } = await served.app.inject({ url: '/api/docs/' });
  expect(headers['content-security-policy']).not.toMatch(/https:|upgrade-insecure|swagger\.io/);
});

test('a password with a NUL is a wrong input, not a failure of ours', async () => {
  const payload = { login: 'a\u0000b', password: 'x' };
  const answer = await served.app.inject({ method: 'POST', url: '/api/sign-in', payload });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toEqual({ refused: 'wrong-input', place: 'login' });
});

test('who asks too fast hears when to ask again', async () => {
  const asked = await Promise.all(
    Array.from({ length: 301 }, () => served.app.inject({ method: 'POST', url: '/api/sign-in', payload: {} })),
  );
  const last = asked.find(({ statusCode }) => statusCode === 429);
  expect(last?.json()).toEqual({ refused: 'too-many-requests' });
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
});
