import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { aFamily } from '../testing/families.ts';
import { fileOf, register, registrationOf } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let number: string;
let registration: string;
let cookie: string;

beforeAll(async () => {
  served = await openServedHouse();
  const [file = ''] = await register(served, aFamily('poor'));
  const { declaration, ...found } = await fileOf(served, file);
  ({ number } = found);
  registration = (await registrationOf(served, file)).number;
  const [year = '', month = '', day = ''] = (declaration.members[0]?.birth_date ?? '').split('-');
  const proven = await post('/fr/follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year });
  cookie = proven.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}, 60_000);
afterAll(() => served?.close());

async function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const payload = new URLSearchParams(fields).toString();
  const sent = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
  return served.app.inject({ method: 'POST', url, headers: sent, payload });
}

const page = async () => (await served.app.inject({ url: `/fr/follow/${number}/card`, headers: { cookie } })).body;
const send = (fields: Record<string, string>, by = { cookie }) => post(`/fr/follow/${number}/card`, fields, by);

async function cards() {
  const { rows } = await sql<{ serial: string; state: string; replaces: string | null }>`
    select serial, state, replaces from cards.card where registration_number = ${registration} order by serial`.execute(
    served.owner.kysely,
  );
  return rows;
}

async function stands(state: string, since = served.house.clock.now().toString()): Promise<void> {
  await sql`update cards.card set state = ${state}, since = ${since}, place = territory
    where registration_number = ${registration} and state not in ('lost', 'stolen', 'damaged')`.execute(served.owner.kysely);
}

test('a family reads where its card is, by when it must move, and that it is late once it is', async () => {
  expect(await page()).toContain('La carte est à l’ANAM');
  await stands('with_maker');
  expect(await page()).toMatch(/chez le fabricant.*Au plus tard le/s);
  await stands('with_maker', '2026-01-05T09:00:00Z');
  expect(await page()).toMatch(/Elle aurait dû avancer.*subject=card-not-delivered/s);
  await stands('at_office');
  expect(await page()).toMatch(/vous attend au bureau\s: .*carte nationale/s);
  const follow = await served.app.inject({ url: `/fr/follow/${number}`, headers: { cookie } });
  expect(follow.body).toContain(`/fr/follow/${number}/card`);
});

test('who has the card is shown the code of the whole family, which is worth what the card is', async () => {
  await stands('active');
  expect(await page()).toMatch(/Un code pour toute la famille.*aria-label="Code de la famille"/s);
  await sql`update entitlements.right_period set state = 'suspended' where registration_number = ${registration}`.execute(
    served.owner.kysely,
  );
  expect(await page()).not.toContain('Code de la famille');
  await sql`update entitlements.right_period set state = 'open' where registration_number = ${registration}`.execute(
    served.owner.kysely,
  );
  await stands('at_office');
  expect(await page()).not.toContain('Code de la famille');
});

test('a lost card is declared and ordered anew from the page, once however often the form is sent, and not by a stranger', async () => {
  await stands('active');
  const told = { deed: 'lose', becomes: 'lost', name: 'Fatima Benali', token: '019a9c3e-7d1c-7000-8000-000000000002' };
  expect((await send({ ...told, name: '' })).statusCode).toBe(422);
  expect((await send({ ...told, becomes: 'stolen' })).body).toContain('procès-verbal');
  expect((await send(told, { cookie: '' })).headers.location ?? '').not.toContain('/card');
  expect(await cards()).toMatchObject([{ state: 'active' }]);
  expect((await send(told)).statusCode).toBe(303);
  expect((await send(told)).statusCode).toBe(303);
  const [lost, ordered, ...more] = await cards();
  expect(more).toEqual([]);
  expect(lost?.state).toBe('lost');
  expect(ordered).toMatchObject({ state: 'ordered', replaces: lost?.serial });
  expect(await page()).toMatch(/à l’ANAM.*Elle remplace une carte/s);
});

test('a family whose card is worth nothing asks for another, and gets none while its right is closed', async () => {
  await stands('damaged');
  expect(await page()).toContain('déclarée abîmée');
  await sql`update entitlements.right_period set state = 'closed' where registration_number = ${registration}`.execute(
    served.owner.kysely,
  );
  await send({ deed: 'ask' });
  expect((await cards()).at(-1)?.state).toBe('damaged');
  expect(await page()).toMatch(/Vos droits sont fermés depuis le.*Vos droits ne sont pas ouverts/s);
  expect(await page()).not.toContain('value="ask"');
  const follow = await served.app.inject({ url: `/fr/follow/${number}`, headers: { cookie } });
  expect(follow.body).toMatch(/<h1>Vos droits sont fermés depuis le/);
  await sql`update entitlements.right_period set state = 'open' where registration_number = ${registration}`.execute(
    served.owner.kysely,
  );
  expect((await send({ deed: 'ask' })).statusCode).toBe(303);
  expect((await cards()).at(-1)).toMatchObject({ state: 'ordered' });
});
