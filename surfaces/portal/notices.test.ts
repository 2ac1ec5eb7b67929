import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { aFamily } from '../testing/families.ts';
import { checkRequests, fileOf } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let visitor = 0;
let file = { id: '', number: '', cookie: '' };

beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());
beforeEach(async () => {
  visitor += 1;
  const [id = ''] = await checkRequests(served, aFamily('poor'));
  const { number, declaration } = await fileOf(served, id);
  const [year = '', month = '', day = ''] = (declaration.members[0]?.birth_date ?? '').split('-');
  const found = await post('/fr/follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year });
  file = { id, number, cookie: found.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
});

const get = (path: string, cookie = file.cookie) =>
  served.app.inject({ url: path, remoteAddress: `10.4.0.${visitor}`, headers: { cookie } });

const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  served.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: `10.4.0.${visitor}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: file.cookie, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

const page = (rest = '') => `/fr/follow/${file.number}/messages${rest}`;

async function textsTo(address: string): Promise<string[]> {
  await served.settle();
  const answer = await fetch(`${served.partners.sms?.url}/sent.json`);
  const { sent } = (await answer.json()) as { sent: { to: string; text: string }[] };
  return sent.filter(({ to }) => to === address).map(({ text }) => text);
}

async function optIn(phone: string): Promise<void> {
  await post(page(), { to: phone, language: 'fr', token: newId() });
  const [first = ''] = await textsTo(phone);
  const given = await post(page('/code'), { code: /\d{6}/.exec(first)?.[0] ?? '', token: newId() });
  expect(given.statusCode).toBe(303);
}

test('a telephone is given, proven, sent the number, and stopped, from the page of the request', async () => {
  expect((await get(`/fr/follow/${file.number}`)).body).toContain(page());
  const asked = await get(page());
  expect(asked.headers['cache-control']).toBe('no-store');
  const form = { to: '06 61 00 00 10', language: 'fr', token: newId() };
  for (const sent of [await post(page(), form), await post(page(), form)])
    expect([sent.statusCode, sent.headers.location]).toEqual([303, page('?step=code')]);
  expect(await textsTo('+212661000010')).toHaveLength(1);
  expect((await get(page())).body).toContain('one-time-code');
  const [text = ''] = await textsTo('+212661000010');
  const code = { code: /\d{6}/.exec(text)?.[0] ?? '', token: newId() };
  for (const given of [await post(page('/code'), code), await post(page('/code'), code)]) expect(given.statusCode).toBe(303);
  const on = (await get(page())).body;
  expect(on).toContain('•••••• 10');
  expect(on).not.toContain('661000010');
  const sent = await post(page('/send'), { token: newId() });
  expect(sent.headers.location).toBe(page('?step=sent'));
  expect((await textsTo('+212661000010')).join()).toContain(`le numéro de votre demande est ${file.number}`);
  await post(page('/stop'));
  expect((await get(page('?step=stopped'))).body).toContain('Les messages sont arrêtés');
  const { rows } = await sql`select 1 from notices.recipient where application_id = ${file.id}`.execute(served.owner.kysely);
  expect(rows).toEqual([]);
});

test('the telephone given with the request is offered, and is not believed', async () => {
  await served.owner.pool.query(
    `insert into applications.contact (application_id, territory, language, phone, wants_notices, changed_at)
     select id, territory, 'ar', '+212661999910', true, now() from applications.application where id = $1`,
    [file.id],
  );
  expect((await get(page())).body).toContain('value="+212661999910"');
  expect(await textsTo('+212661999910')).toEqual([]);
});

test.each([
  ['nothing', '', 'Écrivez un téléphone'],
  ['a telephone cut short', '0661', 'pas complet'],
  ['a foreign telephone', '+33612345678', 'pas complet'],
  ['a mailbox that carries headers', 'a@b.ma\r\nBcc: c@d.ma', 'pas complet'],
])('%s is refused in words, and comes back as it was typed', async (_title, to, words) => {
  const answer = await post(page(), { to, language: 'fr', token: newId() });
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([422, 'no-store']);
  expect(answer.body).toContain(words);
});

test('wrong codes get one answer, and too many are asked to wait', async () => {
  const unasked = await post(page('/code'), { code: '123456', token: newId() });
  await post(page(), { to: '0661000110', language: 'fr', token: newId() });
  const wrong = await post(page('/code'), { code: '12345x', token: newId() });
  const bare = (body: string) => body.replace(/name="token" value="[^"]+"/, '');
  expect([unasked.statusCode, wrong.statusCode]).toEqual([422, 422]);
  expect(bare(wrong.body)).toBe(bare(unasked.body));
  for (let turn = 0; turn < 20; turn += 1) await post(page('/code'), { code: '000000', token: newId() });
  expect((await post(page('/code'), { code: '000000', token: newId() })).statusCode).toBe(429);
});

test('a telephone that has had its day’s codes gets no more, and the page says the same', async () => {
  const phone = '0661000210';
  const answers = [];
  for (let turn = 0; turn < 7; turn += 1) answers.push(await post(page(), { to: phone, language: 'fr', token: newId() }));
  expect(new Set(answers.map(({ statusCode, headers }) => `${statusCode} ${headers.location}`))).toEqual(
    new Set([`303 ${page('?step=code')}`]),
  );
  expect(await textsTo('+212661000210')).toHaveLength(5);
});

test('nothing is asked from another site, without the pair, or by an agent', async () => {
  const form = { to: '0661000310', language: 'fr', token: newId() };
  expect((await post(page(), form, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  const { cookie } = file;
  file.cookie = '';
  const stranger = await post(page(), form);
  expect(stranger.body).toContain('name="birth-year"');
  const agent = await post('/fr/sign-in', { identifier: 'training.province', password: CAST_PASSWORD });
  file.cookie = agent.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expect((await post(page(), form)).statusCode).not.toBe(422);
  expect(await textsTo('+212661000310')).toEqual([]);
  file.cookie = cookie;
});

test('the end of a message stops the messages, by a button and not by being opened', async () => {
  await optIn('+212661000410');
  const [, followed = ''] = await textsTo('+212661000410');
  const [, address = ''] = /(\/fr\/stop\/\w+)/.exec(followed) ?? [];
  file.cookie = '';
  expect((await get(address)).body).toContain('Arrêter les messages');
  const rows = async () =>
    (await sql`select 1 from notices.recipient where application_id = ${file.id}`.execute(served.owner.kysely)).rows.length;
  expect(await rows()).toBe(1);
  expect((await post(address)).body).toContain('C’est fait');
  expect(await rows()).toBe(0);
  expect((await post(address)).body).toContain('n’arrête rien');
});
