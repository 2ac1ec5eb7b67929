import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFamily } from '../testing/families.ts';
import { deedNamed, fileOf, register, registrationOf } from '../testing/road.ts';
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
  const proven = await served.app.inject({
    method: 'POST',
    url: '/fr/follow',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ number, 'birth-day': day, 'birth-month': month, 'birth-year': year }).toString(),
  });
  cookie = proven.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}, 60_000);
afterAll(() => served?.close());

const page = async (rest = '') => (await served.app.inject({ url: `/fr/follow/${number}${rest}`, headers: { cookie } })).body;
const decide = async (name: string, reason?: string) =>
  served.do(await served.as('salma.anam'), deedNamed(served, `entitlements.${name}`), {
    ...{ registration, note: 'Vu' },
    ...(reason ? { reason } : {}),
  });

test('a family whose rights are suspended reads it on every page of its file, with the reason and what to do; lifted, it is told no more', async () => {
  expect(await page()).toContain('Droits ouverts');
  expect(await decide('suspend-right', 'papers-doubted')).toMatchObject({ ok: true });
  for (const rest of ['', '/family', '/renew', '/card'])
    expect(await page(rest)).toMatch(/Vos droits sont suspendus depuis le.*Des papiers sont à vérifier.*subject=other/s);
  expect(await page()).toMatch(/data-state="stopped".*Droits suspendus/s);
  expect(await page('/family')).not.toContain('Comme la famille');
  expect(await page('/renew')).not.toContain('Vos droits vont jusqu’au');
  await decide('end-suspension');
  for (const rest of ['', '/family', '/renew', '/card']) expect(await page(rest)).not.toContain('Vos droits sont suspendus');
});

test('a family whose rights are closed is not told that they last, nor offered a card; it may ask again and complain', async () => {
  expect(await decide('close-right', 'double-cover')).toMatchObject({ ok: true });
  await served.settle();
  for (const rest of ['', '/family', '/card'])
    expect(await page(rest)).toMatch(
      new RegExp(`Vos droits sont fermés depuis le.*Une autre couverture a été trouvée.*/fr/follow/${number}/renew`, 's'),
    );
  const renew = await page('/renew');
  expect(renew).toMatch(/Vos droits sont fermés depuis le.*subject=double-registration.*name="honour"/s);
  expect(renew).not.toMatch(/Vos droits vont jusqu’au/);
  const card = await page('/card');
  expect(card).toContain('Cette carte a été annulée');
  expect(card).not.toContain('value="ask"');
  const follow = await page();
  expect(follow).not.toContain('Vous n’avez rien à faire');
  expect(follow).not.toMatch(/Remise de la carte<span[^>]*> fait/);
});
