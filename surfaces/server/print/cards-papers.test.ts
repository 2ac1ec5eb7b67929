import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOverParcel, makeBatch, makeParcel } from '#modules/cards';
import { CAST_PASSWORD } from '#modules/staff';
import { sql } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { OFFICE, orderedCards, PROVINCE } from '../../../modules/cards/testing/ordered-cards.ts';
import { aPost } from '../../testing/deeds.ts';
import { readPrinted } from '../../testing/printed.ts';
import { deedNamed } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';

let served: ServedHouse;
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

async function print(login: string | undefined, path: string) {
  const payload = { login, password: CAST_PASSWORD };
  const signedIn = login && (await served.app.inject({ method: 'POST', url: '/api/sign-in', payload })).json<{ token: string }>();
  const headers = signedIn ? { authorization: `Bearer ${signedIn.token}` } : {};
  return served.app.inject({ method: 'GET', url: `/api/print/cards/${path}`, headers });
}

async function standing(state: string, since: string, place = ''): Promise<string[]> {
  const serials = await orderedCards(served, 3);
  await sql`update cards.card set state = ${state}, since = ${since}, place = ${place} where serial = any(${serials})`.execute(
    served.owner.kysely,
  );
  return serials;
}

test('the slip of a parcel and the list to sign on hold what was packed, the same bytes before it leaves and after', async () => {
  const serials = await standing('checked', served.house.clock.now().toString());
  const anam = await served.as('mehdi.cards');
  const { parcel } = expectDone(await served.do(anam, makeParcel, { territory: OFFICE, scanned: serials }), 'pack');
  for (const paper of ['parcel-slip', 'hand-over-list']) {
    const before = await print('mehdi.cards', `${paper}/${parcel}`);
    expect(before.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    const { text, code } = await readPrinted(before.rawPayload);
    expect(code).toBe(parcel);
    expect(serials.filter((serial) => !text.replaceAll(/\s/g, '').includes(serial))).toEqual([]);
    await served.do(anam, handOverParcel, { parcel, carrier: 'Poste', seal: 'S1' });
    expect(Buffer.compare((await print('mehdi.cards', `${paper}/${parcel}`)).rawPayload, before.rawPayload)).toBe(0);
  }
});

test('the proof sheet of a batch is printed for who has cards made, and nobody else', async () => {
  const serials = await orderedCards(served, 3);
  const { batch } = expectDone(await served.do(await served.as('mehdi.cards'), makeBatch, { territory: OFFICE }), 'batch');
  const { text } = await readPrinted((await print('mehdi.cards', `proof-sheet/${batch}`)).rawPayload);
  expect(serials.filter((serial) => !text.replaceAll(/\s/g, '').includes(serial))).toEqual([]);
  expect((await print('hanane.azilal', `proof-sheet/${batch}`)).statusCode).toBe(404);
  expect((await print('mehdi.cards', 'proof-sheet/L00000000')).statusCode).toBe(404);
  expect((await print('mehdi.cards', `proof-sheet/${batch}?part=2`)).statusCode).toBe(404);
  expect((await print(undefined, `proof-sheet/${batch}`)).statusCode).toBe(401);
});

test('the minutes of a destruction name each card and both witnesses', async () => {
  const [serial = ''] = await standing('at_office', '2026-01-05T09:00:00Z', OFFICE);
  const province = aPost('provincial-officer', PROVINCE);
  const input = { scanned: [serial], witnesses: ['Driss Alaoui', 'Naima Saidi'] };
  const { destruction } = expectDone(
    await served.do(province, deedNamed(served, 'cards.destroy-uncollected'), input),
    'destroy',
  ) as { destruction: string };
  const { text, code } = await readPrinted((await print('training.province', `destruction/${destruction}`)).rawPayload);
  expect(code).toBe(destruction);
  for (const said of ['DrissAlaoui', 'NaimaSaidi', serial]) expect(text.replaceAll(/\s/g, '')).toContain(said);
});
