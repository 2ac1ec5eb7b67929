import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { CAST_PASSWORD } from '#modules/staff';
import { canonicalJson } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { aPhoto } from '../../modules/documents/testing/samples.ts';
import { aFamily } from '../testing/families.ts';
import { fileRequests } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let application: string;
let token: string;
let author: string;
beforeAll(async () => {
  served = await openServedHouse();
  [application = ''] = await fileRequests(served, { ...aFamily(), commune: '05.081.01.01' } as Declaration);
  const payload = { login: 'hanane.azilal', password: CAST_PASSWORD };
  token = (await served.app.inject({ method: 'POST', url: '/api/sign-in', payload })).json<{ token: string }>().token;
  const { id, post } = await served.as('hanane.azilal');
  author = `${id}/${post}`;
});
afterAll(() => served?.close());

const deed = '/api/actions/applications.ask-for-papers';
const input = () => ({ note: 'De moins de trois mois.', application, papers: ['residence-certificate'] });

function send(url: string, payload: object | Buffer, headers: Record<string, string>) {
  const type = Buffer.isBuffer(payload) ? 'application/octet-stream' : 'application/json';
  return served.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, ...headers } });
}
const signedIn = (key: string, more = {}) => ({ authorization: `Bearer ${token}`, 'idempotency-key': key, ...more });
const digestOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

async function deedsDone(): Promise<number> {
  const { rows } = await served.owner.pool.query('select count(*)::int as count from platform.deed');
  return rows[0].count;
}

describe('a device may throw its copy away', () => {
  test('on a receipt that names its key and what arrived, however the deed was written; asked again it gets another', async () => {
    const key = newId();
    for (const replay of [undefined, 'true']) {
      const answer = await send(deed, input(), signedIn(key, { 'ramed-author': author }));
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({
        'ramed-receipt-key': key,
        'ramed-receipt-digest': digestOf(canonicalJson(input())),
      });
      expect(Date.parse(String(answer.headers['ramed-receipt-at']))).toBeGreaterThan(Date.now() - 60_000);
      expect(answer.headers['idempotent-replay']).toBe(replay);
    }
  });

  test('a refusal bears one too, so that nobody else can refuse', async () => {
    const key = newId();
    const answer = await send(deed, { ...input(), application: newId() }, signedIn(key));
    expect([answer.statusCode, answer.headers['ramed-receipt-key']]).toEqual([422, key]);
  });

  test('a page gets the digest of its bytes', async () => {
    const key = newId();
    const bytes = aPhoto({ filling: 'receipt' });
    const answer = await send(`/api/papers/${application}/applicant-identity`, bytes, signedIn(key, { 'ramed-author': author }));
    expect(answer.headers).toMatchObject({ 'ramed-receipt-key': key, 'ramed-receipt-digest': digestOf(bytes) });
  });
});

describe('what one agent did is never sent as another', () => {
  const papers = () => `/api/papers/${application}/applicant-identity`;
  test.each([
    ['signed in as somebody else', () => signedIn(newId(), { 'ramed-author': `agent:${newId()}/${newId()}` }), 'other-author'],
    ['at another post', () => signedIn(newId(), { 'ramed-author': `${author.split('/')[0]}/${newId()}` }), 'other-author'],
    ['not signed in', () => ({ 'idempotency-key': newId(), 'ramed-author': author }), 'signed-out'],
  ])('%s', async (_title, headers, refused) => {
    const before = await deedsDone();
    const answer = await send(deed, input(), headers());
    expect([answer.statusCode, answer.json().refused]).toEqual([401, refused]);
    expect(answer.headers).not.toHaveProperty('ramed-receipt-key');
    expect((await send(papers(), aPhoto({ filling: refused }), headers())).statusCode).toBe(401);
    expect(await deedsDone()).toBe(before);
  });
});
