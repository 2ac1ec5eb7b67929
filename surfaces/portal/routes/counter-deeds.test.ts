import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { aFamily } from '../../testing/families.ts';
import { fileOf, fileRequests } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';

let served: ServedHouse;
let counter = '';
const born = aFamily('poor').members[0]?.birth_date ?? '';

beforeAll(async () => {
  served = await openServedHouse();
  counter = await enter('training.counter');
});
afterAll(() => served?.close());

async function enter(identifier: string): Promise<string> {
  const entered = await post('/fr/sign-in', { identifier, password: CAST_PASSWORD });
  return entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

function post(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return served.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

const get = (url: string, cookie: string) => served.app.inject({ url, headers: { cookie } });

async function aFiledRequest(): Promise<{ id: string; number: string }> {
  const [id = ''] = await fileRequests(served, aFamily('poor'));
  return { id, number: (await fileOf(served, id)).number };
}

const stateOf = async ({ id }: { id: string }) => (await fileOf(served, id)).state;

test('papers that lack are asked for, the family reads which, they come, and the checks open: a page and a button each', async () => {
  const file = await aFiledRequest();
  const page = await get(`/fr/follow/${file.number}`, counter);
  expect(page.body).toContain('Accepter les papiers et vérifier');
  const form = await get(`/fr/post/file/${file.number}/ask-for-papers`, counter);
  expect(form.body).toContain('Certificat de résidence');
  const papers = { papers: 'residence-certificate', note: 'De moins de trois mois.' };
  const asked = await post(`/fr/post/file/${file.number}/ask-for-papers`, papers, { cookie: counter });
  expect(asked).toMatchObject({ statusCode: 303, headers: { location: `/fr/follow/${file.number}` } });
  expect(await stateOf(file)).toBe('incomplete');

  const [year = '', month = '', day = ''] = born.split('-');
  const pair = { number: file.number, 'birth-day': day, 'birth-month': month, 'birth-year': year };
  const found = await post('/ar/follow', pair);
  const family = found.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const told = await get(`/fr/follow/${file.number}`, family);
  expect(told.body).toContain('Certificat de résidence');
  expect(told.body).toContain('De moins de trois mois.');
  expect(told.body).not.toContain('Les papiers sont arrivés');
  const upload = await get(`/fr/follow/${file.number}/papers`, family);
  expect(upload.body.match(/Demandé par le guichet/g)).toHaveLength(1);

  await post(`/fr/post/file/${file.number}/complete`, {}, { cookie: counter });
  expect(await stateOf(file)).toBe('filed');
  const accepted = await post(`/fr/post/file/${file.number}/accept-papers`, {}, { cookie: counter });
  expect(accepted.statusCode).toBe(303);
  expect(await stateOf(file)).toBe('checking');
});

test('a button pressed when the file has moved on changes nothing, and says so', async () => {
  const file = await aFiledRequest();
  await post(`/fr/post/file/${file.number}/accept-papers`, {}, { cookie: counter });
  for (const deed of ['accept-papers', 'complete']) {
    const again = await post(`/fr/post/file/${file.number}/${deed}`, {}, { cookie: counter });
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('rien n’a changé');
  }
  expect(await stateOf(file)).toBe('checking');
});

test.each([
  ['no paper', { note: 'Lequel ?' }, 'Cochez au moins un papier'],
  ['a paper that is none', { papers: 'gold', note: 'Lequel ?' }, 'Cochez au moins un papier'],
  ['a letter', { papers: 'residence-certificate', note: `Lequel ?${'x'.repeat(500)}` }, 'signes au plus'],
])('%s asked for is told in words, and what was typed comes back', async (_what, form, words) => {
  const file = await aFiledRequest();
  const answer = await post(`/fr/post/file/${file.number}/ask-for-papers`, form, { cookie: counter });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect(answer.body).toContain('Lequel ?');
  expect(await stateOf(file)).toBe('filed');
});

test('nobody else has the buttons or may press them: another post, another territory, a stranger, another site', async () => {
  const file = await aFiledRequest();
  const elsewhere = await enter('said.benimellal');
  const province = await enter('training.province');
  expect((await get(`/fr/follow/${file.number}`, province)).body).not.toContain('Accepter les papiers');
  const press = (number: string, headers: Record<string, string>) => post(`/fr/post/file/${number}/accept-papers`, {}, headers);
  expect((await press(file.number, { cookie: province })).headers.location).toBe('/fr/post');
  expect((await press(file.number, { cookie: elsewhere })).headers.location).toBe('/fr/post');
  expect((await press(file.number, {})).headers.location).toBe('/fr/sign-in');
  expect((await press(file.number, { cookie: counter, 'sec-fetch-site': 'cross-site' })).headers.location).toBe('/fr/sign-in');
  expect(await stateOf(file)).toBe('filed');
});
