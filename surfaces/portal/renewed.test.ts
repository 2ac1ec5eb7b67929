import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRenewal } from '#modules/entitlements';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost } from '../testing/deeds.ts';
import { aFamily } from '../testing/families.ts';
import { fileOf, register, registrationOf } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let visitor = 0;

beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

/** A registered family, with the cookie of whoever knows the number of its request. */
async function registered() {
  const [file = ''] = await register(served, aFamily('poor'));
  const { number: registration } = await registrationOf(served, file);
  visitor += 1;
  const { number, declaration } = await fileOf(served, file);
  const [year = '', month = '', day = ''] = (declaration.members[0]?.birth_date ?? '').split('-');
  const pair = { number, 'birth-day': day, 'birth-month': month, 'birth-year': year };
  const found = await served.app.inject({
    method: 'POST',
    url: '/fr/follow',
    remoteAddress: `10.9.3.${visitor}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(pair).toString(),
  });
  return { old: number, registration, cookie: cookieOf(found) };
}

type Family = Awaited<ReturnType<typeof registered>>;

/** Its rights end so many days from now. */
const endsIn = (days: number, { registration }: Family) =>
  served.owner.pool.query(
    "update entitlements.registration set registered_on = (current_date + $2::int - interval '36 months')::date where number = $1",
    [registration, days],
  );

async function askAgain(family: Family) {
  const request = newId();
  const asked = { request, registration: family.registration, declaredOnHonour: true as const };
  expectDone(await served.do(aPost('counter-agent', '05.081'), askRenewal, asked), 'ask-renewal');
  return { ...family, request, newer: (await fileOf(served, request)).number };
}

/** A family that asked for its rights again. */
async function renewed() {
  const family = await registered();
  await endsIn(30, family);
  return askAgain(family);
}

type Answer = { readonly cookies: { readonly name: string; readonly value: string }[] };
const cookieOf = ({ cookies }: Answer) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const get = (url: string, cookie = '') => served.app.inject({ url, remoteAddress: `10.9.3.${visitor}`, headers: { cookie } });

test('near the end of its rights a family is told on the page of its request to ask for them again, until it has', async () => {
  const now = 'Demandez le renouvellement maintenant';
  const family = await registered();
  const page = async () => (await get(`/fr/follow/${family.old}`, family.cookie)).body;
  expect(await page()).not.toContain(now);
  await endsIn(30, family);
  expect(await page()).toMatch(new RegExp(`Vos droits vont jusqu’au.*${now}.*/renew"`, 's'));
  await askAgain(family);
  expect(await page()).not.toContain(now);
});

test('the number of the first request tells of the newer one and opens it; both stay good', async () => {
  const { old, newer, cookie } = await renewed();
  const page = await get(`/fr/follow/${old}`, cookie);
  expect(page.body).toContain(`/fr/follow/${old}/newer`);
  expect(page.body).toContain(newer.slice(0, 4));
  const led = await get(`/fr/follow/${old}/newer`, cookie);
  expect([led.statusCode, led.headers.location]).toEqual([303, `/fr/follow/${newer}`]);
  const shown = (await get(`/fr/follow/${newer}`, cookieOf(led))).body;
  expect(shown).toContain('Renouvellement');
  expect(shown).not.toContain('/newer');
});

test('a family whose rights have closed and that has asked again is told on none of its pages that it may ask', async () => {
  const { old, registration, cookie } = await renewed();
  await served.owner.pool.query("update entitlements.right_period set state = 'closed' where registration_number = $1", [
    registration,
  ]);
  for (const path of ['', '/family', '/card']) {
    const page = (await get(`/fr/follow/${old}${path}`, cookie)).body;
    expect(page).toContain('Vos droits sont fermés');
    expect(page).not.toContain('demander vos droits de nouveau');
    expect(page).not.toContain(`/follow/${old}/renew"`);
  }
});

test('who has asked already is not offered to ask again, until that request is closed', async () => {
  const { old, newer, request, cookie } = await renewed();
  expect((await get(`/fr/follow/${old}`, cookie)).body).not.toContain(`/fr/follow/${old}/renew`);
  const page = (await get(`/fr/follow/${old}/renew`, cookie)).body;
  expect(page).toContain(`/fr/follow/${old}/newer`);
  expect(page).not.toContain('name="honour"');
  expect(newer).not.toBe(old);
  await served.owner.pool.query("update applications.application set state = 'closed', closed_for = 'refused' where id = $1", [
    request,
  ]);
  expect((await get(`/fr/follow/${old}`, cookie)).body).toContain(`/fr/follow/${old}/renew`);
  expect((await get(`/fr/follow/${old}/renew`, cookie)).body).toContain('name="honour"');
});

test('without the proof of the family nothing is told, and a family that another member heads by now is asked for that birth date', async () => {
  const { old, newer, request, cookie } = await renewed();
  expect((await get(`/fr/follow/${old}/newer`)).body).toContain('name="birth-day"');
  await served.owner.pool.query(
    `update applications.application set declaration = jsonb_set(declaration, '{members,0,birth_date}', '"1971-02-03"') where id = $1`,
    [request],
  );
  const led = await get(`/fr/follow/${old}/newer`, cookie);
  expect([led.headers.location, led.cookies]).toEqual([`/fr/follow/${newer}`, []]);
  expect((await get(`/fr/follow/${newer}`, cookie)).body).toContain('name="birth-day"');
});
