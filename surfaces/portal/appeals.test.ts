import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { examineAppeal } from '#modules/commissions';
import { CAST_PASSWORD } from '#modules/staff';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../testing/families.ts';
import { admit, checkRequests, fileOf } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let visitor = 0;
const khalid = aFamily('not eligible');
const files = { refused: '', late: '', waiting: '', vulnerable: '' };
const ids = { ...files };

beforeAll(async () => {
  served = await openServedHouse();
  [ids.refused = '', ids.late = ''] = await admit(served, khalid, aFamily('not eligible'));
  [ids.waiting = ''] = await checkRequests(served, aFamily('poor'));
  [ids.vulnerable = ''] = await admit(served, aFamily('vulnerable'));
  for (const name of ['refused', 'late', 'waiting', 'vulnerable'] as const)
    files[name] = (await fileOf(served, ids[name])).number;
});
afterAll(() => served?.close());
beforeEach(() => {
  visitor += 1;
});

async function get(path: string, cookie = '') {
  return served.app.inject({ url: path, remoteAddress: `10.2.0.${visitor}`, headers: cookie ? { cookie } : {} });
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

async function post(path: string, fields: Fields, headers: Record<string, string> = {}) {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  return served.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: `10.2.0.${visitor}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(pairs).toString(),
  });
}

const cookieOf = (answer: Awaited<ReturnType<typeof get>>) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Proves a right to a file, as its family does. */
async function enter(name: keyof typeof files): Promise<string> {
  const { declaration } = await fileOf(served, ids[name]);
  const [year = '', month = '', day = ''] = (declaration.members[0]?.birth_date ?? '').split('-');
  const pair = { number: files[name], 'birth-day': day, 'birth-month': month, 'birth-year': year };
  return cookieOf(await post('/fr/follow', pair));
}

test('a refusal is contested from its page, once however often the form is sent, and followed there', async () => {
  const cookie = await enter('refused');
  const address = `/fr/follow/${files.refused}/appeal`;
  expect((await get(`/fr/follow/${files.refused}`, cookie)).body).toContain(address);
  expect((await get(`/fr/follow/${files.refused}/score`, cookie)).body).toContain(address);
  const form = await get(address, cookie);
  expect(form.body).toContain('Vous êtes dans le délai');
  expect(form.headers['cache-control']).toBe('no-store');
  const criteria = [...form.body.matchAll(/name="criteria" value="([a-z-]+)"/g)].map(([, value = '']) => value);
  expect(criteria).toContain('other');
  expect(criteria.length).toBeGreaterThan(2);
  const fields = { criteria: criteria.slice(0, 2), words: 'Le tracteur est vendu.', token: newId() };
  const [first, again] = [await post(address, fields, { cookie }), await post(address, fields, { cookie })];
  expect([first.statusCode, again.statusCode]).toEqual([303, 303]);
  const page = await get(address, cookie);
  expect(page.body).toContain('Votre recours est enregistré');
  expect(page.body).toContain('Le tracteur est vendu.');
  const other = await post(address, { ...fields, words: 'Encore.', token: newId() }, { cookie });
  expect(other.statusCode).toBe(303);
  expect((await get(address, cookie)).body).not.toContain('Encore.');
  expect((await get(`/fr/follow/${files.refused}`, cookie)).body).toContain('Vous avez contesté la décision');
});

test('after the last day the page says so plainly, and takes the appeal', async () => {
  await sql`
    update commissions.sitting s set validated_at = validated_at - interval '50 days'
    from commissions.decision d where d.sitting_id = s.id and d.application_id = ${ids.late}`.execute(served.owner.kysely);
  const cookie = await enter('late');
  const address = `/fr/follow/${files.late}/appeal`;
  expect((await get(address, cookie)).body).toContain('Le délai est passé');
  await post(address, { criteria: 'household', words: '', token: newId() }, { cookie });
  expect((await get(address, cookie)).body).toContain('Il est enregistré quand même');
});

test('what the province says of it is read on the same page', async () => {
  const cookie = await enter('vulnerable');
  const address = `/fr/follow/${files.vulnerable}/appeal`;
  expect((await get(address, cookie)).body).toContain('avec une contribution à payer');
  await post(address, { criteria: ['other'], words: 'Nous ne pouvons pas payer.', token: newId() }, { cookie });
  expect((await get(`/fr/follow/${files.vulnerable}`, cookie)).body).toContain(`href="${address}"`);
  const province = cookieOf(await post('/fr/sign-in', { identifier: 'training.province', password: CAST_PASSWORD }));
  const listed = await get('/fr/post', province);
  expect(listed.body).toContain('Recours à examiner');
  expect(listed.body).toContain(`href="${address}"`);
  expect((await get(address, province)).body).toContain('Nous ne pouvons pas payer.');
  const { rows } = await sql<{ id: string }>`
    select id from commissions.appeal where application_id = ${ids.vulnerable}`.execute(served.owner.kysely);
  const input = { appeal: rows[0]?.id ?? '', passage: 'admit', reason: 'Recours complet.' } as const;
  expectDone(await served.do(await served.as('samira.appeals'), examineAppeal, input), 'examine-appeal');
  expect((await get(address, cookie)).body).toContain('Votre recours va être examiné');
});

test.each([
  ['nothing ticked', { words: 'Rien.' }, 'Cochez au moins une chose'],
  ['"something else" without words', { criteria: 'other' }, 'Expliquez en quelques mots'],
  ['a criterion that is none', { criteria: 'colour' }, 'Cochez au moins une chose'],
  ['a telephone cut short', { criteria: 'household', phone: '0612' }, 'pas complet'],
])('%s is told in words, and what was typed comes back', async (_what, fields, words) => {
  const [file = ''] = await admit(served, aFamily('not eligible'));
  ids.late = file;
  files.late = (await fileOf(served, file)).number;
  const answer = await post(`/fr/follow/${files.late}/appeal`, fields, { cookie: await enter('late') });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect(answer.body).toContain('<title>Erreur');
});

test('before a decision there is nothing to contest, and the page says when there will be', async () => {
  const cookie = await enter('waiting');
  expect((await get(`/fr/follow/${files.waiting}/appeal`, cookie)).body).toContain('Il n’y a rien à contester');
  const sent = await post(`/fr/follow/${files.waiting}/appeal`, { criteria: 'household', token: newId() }, { cookie });
  expect((await get(String(sent.headers.location), cookie)).body).toContain('Il n’y a rien à contester');
});

test('nobody contests without the proof of the family: no stranger, no agent, no other site', async () => {
  const address = `/fr/follow/${files.refused}/appeal`;
  const fields = { criteria: 'household', token: newId() };
  expect((await post(address, fields)).body).toContain('Deux réponses suffisent');
  const agent = cookieOf(await post('/fr/sign-in', { identifier: 'training.province', password: CAST_PASSWORD }));
  expect(
    (await post(`/fr/follow/${files.waiting}/appeal`, fields, { cookie: agent, 'sec-fetch-site': 'same-origin' })).statusCode,
  ).toBe(403);
  const cookie = await enter('waiting');
  const forged = await post(`/fr/follow/${files.waiting}/appeal`, fields, { cookie, 'sec-fetch-site': 'cross-site' });
  expect(forged.statusCode).toBe(403);
});
