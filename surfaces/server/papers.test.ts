import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { CAST_PASSWORD } from '#modules/staff';
import { newId } from '#platform/ids';
import { aPdf, aPhoto, eicar } from '../../modules/documents/testing/samples.ts';
import { aFamily } from '../testing/families.ts';
import { fileRequests } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let application: string;
beforeAll(async () => {
  served = await openServedHouse();
  [application = ''] = await fileRequests(served, { ...aFamily(), commune: '05.081.01.01' } as Declaration);
});
afterAll(() => served?.close());

const kind = 'applicant-identity';

async function bearer(login: string): Promise<Record<string, string>> {
  const answer = await served.app.inject({ method: 'POST', url: '/api/sign-in', payload: { login, password: CAST_PASSWORD } });
  return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
}

type Sending = { readonly to?: string; readonly login?: string; readonly key?: string };

async function send(bytes: Buffer, { to = `${application}/${kind}`, login = 'hanane.azilal', key = newId() }: Sending = {}) {
  const headers = { ...(login === '' ? {} : await bearer(login)), 'content-type': 'application/octet-stream' };
  const keyed = key === '' ? headers : { ...headers, 'idempotency-key': key };
  return served.app.inject({ method: 'POST', url: `/api/papers/${to}`, payload: bytes, headers: keyed });
}

test('a page that is delivered gets a receipt with its own SHA-256, the same however often it is delivered', async () => {
  const bytes = aPhoto({ filling: 'delivered' });
  const key = newId();
  const first = await send(bytes, { key });
  expect(first.statusCode).toBe(200);
  const receipt = first.json();
  expect(receipt).toMatchObject({ checksum: createHash('sha256').update(bytes).digest('hex'), isNew: true, scan: 'clean' });
  expect(Date.parse(receipt.keptAt)).toBeGreaterThan(Date.now() - 60_000);
  const replayed = await send(bytes, { key });
  expect(replayed.json()).toEqual(receipt);
  expect(replayed.headers['idempotent-replay']).toBe('true');
  expect((await send(bytes)).json()).toEqual({ ...receipt, isNew: false });
});

test('a key serves one page', async () => {
  const key = newId();
  expect((await send(aPhoto({ filling: 'one' }), { key })).statusCode).toBe(200);
  expect((await send(aPhoto({ filling: 'other' }), { key })).json()).toMatchObject({ refused: 'key-reused' });
});

test.each([
  ['a file that has not arrived yet', aPhoto(), { to: `${newId()}/${kind}` }, 404, 'file-not-found'],
  ['a file of another jurisdiction', aPhoto(), { login: 'said.benimellal' }, 404, 'file-not-found'],
  ['no paper', Buffer.from('<html>'), {}, 422, 'not-a-paper'],
  ['nothing', Buffer.alloc(0), {}, 422, 'empty'],
  ['malware', aPhoto({ filling: eicar }), {}, 422, 'infected'],
  ['more than the law lets a page have', aPhoto({ bytes: 9 * 1_048_576 }), {}, 422, 'too-large'],
  ['too many sheets', aPdf({ sheets: 11 }), {}, 422, 'too-many-pages'],
  ['no kind of paper', aPhoto(), { to: `${newId()}/passport` }, 400, 'wrong-input'],
  ['no key', aPhoto(), { key: '' }, 400, 'idempotency-key-needed'],
  ['who may not', aPhoto(), { login: 'rachid.verification' }, 403, 'not-allowed'],
  ['who is not signed in', aPhoto(), { login: '' }, 401, 'not-allowed'],
] as const)('%s is refused in a word', async (_title, bytes, sending, status, refused) => {
  const answer = await send(bytes, { key: newId(), ...sending } as Sending);
  expect([answer.statusCode, answer.json().refused]).toEqual([status, refused]);
});
