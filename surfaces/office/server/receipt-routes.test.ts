import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyCredential } from '#modules/cards';
import { CAST_PASSWORD } from '#modules/staff';
import { toDate } from '#platform/dates';
import { aFamily } from '../../testing/families.ts';
import { checkRequests, fileOf } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';

let served: ServedHouse;
const files = { mine: { id: '', number: '' }, theirs: { id: '', number: '' } };
beforeAll(async () => {
  served = await openServedHouse();
  const [mine = ''] = await checkRequests(served, aFamily('poor'));
  const [theirs = ''] = await checkRequests(served, aFamily('poor', { at: 'beni mellal' }));
  files.mine = await fileOf(served, mine);
  files.theirs = await fileOf(served, theirs);
});
afterAll(() => served?.close());

async function receiptFor(login: string | undefined, id: string) {
  const cookies: Record<string, string> = {};
  if (login !== undefined) {
    const payload = { login, password: CAST_PASSWORD };
    const entered = await served.app.inject({ method: 'POST', url: '/api/office/sign-in', payload });
    cookies.ramed_session = entered.cookies[0]?.value ?? '';
  }
  return served.app.inject({ url: `/api/office/receipts/${id}`, cookies });
}

test('an agent of the place has the receipt of a file, signed as the one the family prints', async () => {
  const answer = await receiptFor('naima.secretary', files.mine.id);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  const receipt = answer.json();
  expect(receipt).toMatchObject({ application: files.mine.id, number: files.mine.number });
  const { id, publicKey } = served.house.signingKey;
  const verdict = verifyCredential(receipt.signed, { publicKeys: new Map([[id, publicKey]]), on: toDate(receipt.filedOn) });
  expect(verdict).toMatchObject({ verdict: 'valid', claims: { kind: 'receipt', receiptNumber: files.mine.number } });
  expect(JSON.stringify(receipt.family)).not.toMatch(/[A-Z]{1,2}\d{5,7}/);
});

test('a file elsewhere, none at all, and a stranger get no receipt', async () => {
  const answers = [
    await receiptFor('naima.secretary', files.theirs.id),
    await receiptFor('naima.secretary', 'no-identifier'),
    await receiptFor(undefined, files.mine.id),
  ];
  expect(answers.map(({ statusCode, json }) => [statusCode, json().refused])).toEqual([
    [404, 'file-not-found'],
    [404, 'file-not-found'],
    [401, 'signed-out'],
  ]);
});
