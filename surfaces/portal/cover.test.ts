import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesOfRequests } from '#modules/coverage';
import { expectDone } from '#platform/jobs';
import { tellList } from '../testing/cover-lists.ts';
import { aFamily } from '../testing/families.ts';
import { deedNamed, fileOf, ownHand, register } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
const family = aFamily('poor');
let file = '';
let one = '';
let number = '';

beforeAll(async () => {
  served = await openServedHouse();
  [file = ''] = await register(served, family);
  number = (await fileOf(served, file)).number;
  const line = { member: 'S-1', card: family.members[0]?.cnie, held_as: 'insured', from: '2026-01-01' };
  await tellList(served, [line], { organism: 'universities', scheme: 'students', stands_on: '2026-11-01' });
  one = expectDone(await served.ask(ownHand, casesOfRequests, { applications: [file] }), 'cases').cases[0]?.id ?? '';
});
afterAll(() => served?.close());

const get = (url: string, cookie: string) => served.app.inject({ url, headers: { cookie } });

async function post(url: string, fields: Record<string, string>, cookie = '') {
  return served.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie === '' ? {} : { cookie }) },
    payload: new URLSearchParams(fields).toString(),
  });
}

/** Proves the family's own right to its file. */
async function enter(): Promise<string> {
  const [year = '', month = '', day = ''] = (family.members[0]?.birth_date ?? '').split('-');
  const pair = { number, 'birth-day': day, 'birth-month': month, 'birth-year': year };
  return (await post('/fr/follow', pair)).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

test('a family is shown nothing before it is asked, then answers from its request, once; nobody else does', async () => {
  const cookie = await enter();
  expect((await get(`/fr/follow/${number}`, cookie)).body).not.toContain(`/fr/follow/${number}/cover`);
  expect((await get(`/fr/follow/${number}/cover`, cookie)).headers.location).toBe(`/fr/follow/${number}`);
  const officer = await served.as('salma.anam');
  expectDone(await served.do(officer, deedNamed(served, 'coverage.examine-case'), { case: one }), 'examine-case');
  expect((await get(`/fr/follow/${number}`, cookie)).body).toContain('Répondre au sujet d’une autre assurance');
  const page = await get(`/ar/follow/${number}/cover`, cookie);
  expect(page.body).toContain('تأمين الطلبة');
  const url = `/fr/follow/${number}/cover`;
  // Who has not shown the family's own right is asked for it, and answers nothing.
  expect((await post(url, { case: one, answer: 'accepts' })).body).not.toContain('name="case"');
  expect((await post(url, { case: one, answer: '' }, cookie)).statusCode).toBe(422);
  expect((await post(url, { case: one, answer: 'contests', words: ' ' }, cookie)).body).toContain('Dites pourquoi');
  const said = {
    case: one,
    answer: 'contests',
    words: 'Elle a quitté l’université',
    token: '019a9c3e-7d1c-7000-8000-000000000002',
  };
  expect((await post(url, said, cookie)).statusCode).toBe(303);
  expect((await post(url, said, cookie)).statusCode).toBe(303);
  expect((await get(url, cookie)).body).toContain('L’agence examine ce que vous dites');
  const { rows } = await served.owner.pool.query(
    'select passage, hand, words from coverage.case_step where case_id = $1 order by taken_at',
    [one],
  );
  expect(rows).toMatchObject([{ passage: 'examine' }, { passage: 'answer', hand: `citizen:${file}`, words: said.words }]);
});
