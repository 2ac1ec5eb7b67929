import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerComplaint, complaintNumbered } from '#modules/complaints';
import { CAST_PASSWORD } from '#modules/staff';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../testing/families.ts';
import { checkRequests, fileOf } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let visitor = 0;
const itto = aFamily('poor');
let number = '';
const azilal = '05.081';

beforeAll(async () => {
  served = await openServedHouse();
  const [file = ''] = await checkRequests(served, itto);
  number = (await fileOf(served, file)).number;
});
afterAll(() => served?.close());
// Each test is another visitor, so that none is asked to wait for another's attempts.
beforeEach(() => {
  visitor += 1;
});

async function get(path: string, cookie = '') {
  return served.app.inject({ url: path, remoteAddress: `10.1.0.${visitor}`, headers: cookie ? { cookie } : {} });
}

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return served.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: `10.1.0.${visitor}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

const cookieOf = (answer: Awaited<ReturnType<typeof get>>) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const numberIn = (answer: Awaited<ReturnType<typeof get>>) => String(answer.headers.location).split('/').at(-1) ?? '';
const late = '/fr/complaint/tell?subject=card-not-delivered';

function pairOf(): Record<string, string> {
  const [year = '', month = '', day = ''] = (itto.members[0]?.birth_date ?? '').split('-');
  return { number, 'birth-day': day, 'birth-month': month, 'birth-year': year };
}

async function codeOf(answer: Awaited<ReturnType<typeof get>>): Promise<string> {
  const page = await get(String(answer.headers.location), cookieOf(answer));
  return (/>(\d{4}\u00a0\d{4})</.exec(page.body)?.[1] ?? '').replace(/\D/g, '');
}

describe('complaining', () => {
  test('whoever goes back and sends the same words again has one complaint', async () => {
    const form = { province: azilal, words: 'Retour' };
    const first = await post(late, { ...form, token: newId() });
    const again = await post(late, { ...form, token: newId() }, { cookie: cookieOf(first) });
    expect(again.headers.location).toBe(first.headers.location);
    const other = await post(late, { ...form, words: 'Autre chose', token: newId() }, { cookie: cookieOf(first) });
    expect(other.headers.location).not.toBe(first.headers.location);
  });

  test('without a request: a number, a code and a day; both open it again, and neither alone', async () => {
    const sent = await post(late, { province: azilal, token: newId() });
    expect(sent.statusCode).toBe(303);
    const page = await get(String(sent.headers.location), cookieOf(sent));
    expect(page.body).toContain('Votre réclamation est enregistrée');
    expect(page.headers['cache-control']).toBe('no-store');
    const code = await codeOf(sent);
    expect(code).toMatch(/^\d{8}$/);
    expect((await get(String(sent.headers.location))).body).toContain('Deux réponses suffisent');
    const found = await post('/fr/complaint/follow', { number: numberIn(sent), code: `${code.slice(0, 4)} ${code.slice(4)}` });
    expect(found.headers.location).toBe(sent.headers.location);
    expect((await get(String(found.headers.location), cookieOf(found))).body).toContain('Je n’ai pas reçu ma carte');
    const other = code === '00000000' ? '00000001' : '00000000';
    const wrong = await post('/fr/complaint/follow', { number: numberIn(sent), code: other });
    const unknown = await post('/fr/complaint/follow', { number: '202689999998', code: other });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('ne vont pas ensemble');
    expect(unknown.statusCode).toBe(422);
  });

  test('the same form sent twice is one complaint, changed words another', async () => {
    const form = { province: azilal, token: newId(), words: 'Toujours rien.' };
    const [first, second] = [await post(late, form), await post(late, form)];
    expect(numberIn(second)).toBe(numberIn(first));
    expect(await codeOf(second)).toBe(await codeOf(first));
    expect(numberIn(await post(late, { ...form, words: 'Rien depuis mai.' }))).not.toBe(numberIn(first));
  });

  test('about a request, proven by number and birth date: it stands on the page of the request', async () => {
    const sent = await post(late, { ...pairOf(), token: newId(), phone: '+212 6 12 34 56 78' });
    const cookie = cookieOf(sent);
    const follow = await get(`/fr/follow/${number}`, cookie);
    expect(follow.body).toContain(`/fr/complaint/${numberIn(sent)}`);
    const { complaint } = expectDone(
      await served.ask(await served.as('training.province'), complaintNumbered, { number: numberIn(sent) }),
      'complaint',
    );
    expect(complaint).toMatchObject({
      application_number: number,
      phone: '+212612345678',
      territory: expect.stringMatching(/^05\.081/),
    });
    const onlyRequest = cookie.split('; ').filter((one) => one.startsWith('ramed_file='));
    expect((await get(`/fr/complaint/${numberIn(sent)}`, onlyRequest.join())).body).toContain(
      'Votre réclamation est enregistrée',
    );
    const more = await get(`/fr/complaint/tell?subject=file-not-sent&request=${number}`, onlyRequest.join());
    expect(more.body).not.toContain('name="birth-day"');
    const again = await post(
      `/fr/complaint/tell?subject=file-not-sent&request=${number}`,
      { token: newId() },
      { cookie: onlyRequest.join() },
    );
    expect(again.statusCode).toBe(303);
  });

  test('a wrong pair says nothing about the request and loses nothing', async () => {
    const wrong = await post(late, { ...pairOf(), 'birth-year': '1950', words: 'Rien depuis mai.' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('ne vont pas ensemble');
    expect(wrong.body).toContain('Rien depuis mai.');
    expect(wrong.body).toContain('<title>Erreur');
  });

  test.each([
    ['neither province nor request', late, {}, 'Choisissez votre province'],
    ['a subject that says nothing by itself', '/fr/complaint/tell?subject=other', { province: azilal }, 'Dites en quelques mots'],
    ['a telephone cut short', late, { province: azilal, phone: '0612' }, 'pas complet'],
    ['a province that is none', late, { province: '99.999' }, 'Choisissez votre province'],
    ['a book', late, { province: azilal, words: 'x'.repeat(2_001) }, 'signes au plus'],
    ['markup', '/fr/complaint/tell?subject=other', { words: '<script>alert(1)</script>' }, '&lt;script&gt;'],
    ['a proof that is over', `${late}&request=202600000440`, { number: '202600000440' }, 'longtemps ouverte'],
  ])('%s is told in words, and everything typed comes back', async (_what, path, form, words) => {
    const answer = await post(path, form);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('<script>alert');
  });

  test('a form that another site sends is not received, and who sends without end is asked to wait', async () => {
    const form = { province: azilal, token: newId() };
    expect((await post(late, form, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    const statuses = [];
    for (let attempt = 0; attempt < 21; attempt += 1) statuses.push((await post(late, form)).statusCode);
    expect(statuses).toEqual([...Array(20).fill(303), 429]);
  });

  test('an address without a subject leads to the subjects', async () => {
    expect((await get('/fr/complaint/tell?subject=nothing')).headers.location).toBe('/fr/complaint');
    expect((await post('/ar/complaint/tell', {})).headers.location).toBe('/ar/complaint');
  });
});

test('the counter sees what waits in its territory, and the author reads the answer', async () => {
  const sent = await post(late, { province: azilal, token: newId() });
  const province = await served.as('training.province');
  const { complaint } = expectDone(await served.ask(province, complaintNumbered, { number: numberIn(sent) }), 'complaint');
  const entered = await post('/fr/sign-in', { identifier: 'training.province', password: CAST_PASSWORD });
  const desk = await get('/fr/post', cookieOf(entered));
  expect(desk.body).toContain(`/fr/complaint/${numberIn(sent)}`);
  expect((await get(`/fr/complaint/${numberIn(sent)}`, cookieOf(entered))).body).toContain('Je n’ai pas reçu ma carte');
  const answer = { complaint: complaint?.id ?? '', answer: 'Elle est au guichet.' };
  expectDone(await served.do(province, answerComplaint, answer), 'answer-complaint');
  expect((await get(`/fr/complaint/${numberIn(sent)}`, cookieOf(sent))).body).toContain('Elle est au guichet.');
  expect((await get('/fr/post', cookieOf(entered))).body).not.toContain(`/fr/complaint/${numberIn(sent)}`);
});

test('a province answers on the page of the complaint, in the language of its author, once', async () => {
  const sent = await post('/ar/complaint/tell?subject=card-not-delivered', { province: azilal, token: newId() });
  const path = `/fr/complaint/${numberIn(sent)}`;
  const entered = await post('/fr/sign-in', { identifier: 'training.province', password: CAST_PASSWORD });
  const cookie = cookieOf(entered);
  const own = { 'sec-fetch-site': 'same-origin', cookie };
  const page = await get(path, cookie);
  expect(page.body).toContain('السلام عليكم');
  expect(page.body).toContain(`action="${path}/answer"`);
  expect((await get(path, cookieOf(sent))).body).not.toContain('/answer"');
  const untouched = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(page.body)?.[1] ?? '';
  for (const [answer, words] of [
    [' ', 'Écrivez votre réponse'],
    [untouched, 'Écrivez votre réponse'],
    ['x'.repeat(2_001), 'signes au plus'],
  ] as const) {
    const refused = await post(`${path}/answer`, { answer }, own);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(words);
  }
  const elsewhere = await post(`${path}/answer`, { answer: 'Rien.' }, { 'sec-fetch-site': 'cross-site', cookie });
  expect(elsewhere.headers.location).toBe('/fr/sign-in');
  const counter = cookieOf(await post('/fr/sign-in', { identifier: 'training.counter', password: CAST_PASSWORD }));
  expect((await get(path, counter)).body).not.toContain('/answer"');
  expect((await post(`${path}/answer`, { answer: 'Rien.' }, { ...own, cookie: counter })).headers.location).toBe('/fr/post');

  expect((await post(`${path}/answer`, { answer: 'بطاقتكم في الشباك.' }, own)).headers.location).toBe(path);
  expect((await get(path.replace('/fr', '/ar'), cookieOf(sent))).body).toContain('بطاقتكم في الشباك.');
  const again = await post(`${path}/answer`, { answer: 'Encore.' }, own);
  expect(again.statusCode).toBe(409);
  expect(again.body).toContain('déjà reçu une réponse');
});
