import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageCodes, languages, translator } from '#platform/i18n';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;

beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

const get = (url: string) => served.app.inject({ url });

describe.each(languageCodes)('in %s', (language) => {
  const say = translator(language);

  test('the first page leads to what people come for, and says that it is free', async () => {
    const { statusCode, body } = await get(`/${language}`);
    expect(statusCode).toBe(200);
    for (const path of ['follow', 'try', 'papers', 'form', 'offices', 'complaint', 'verify', 'about/privacy']) {
      expect(body).toContain(`href="/${language}/${path}"`);
      expect(await get(`/${language}/${path}`)).toMatchObject({ statusCode: 200 });
    }
    expect(body).toContain(say('portal.home.free'));
  });

  test('the form to print is a file in this language, kept by whoever fetched it', async () => {
    const file = await get(`/${language}/form.pdf`);
    expect(file).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf' } });
    expect(file.headers['cache-control']).toBe('public, max-age=86400');
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.rawPayload.toString('latin1')).toMatch(new RegExp(`/Lang ?\\(${language}`));
    const page = await get(`/${language}/form`);
    for (const one of languageCodes) expect(page.body).toContain(`href="/${one}/form.pdf" hreflang="${languages[one].htmlLang}"`);
  });
});

test('the guide is searched however a word is spelt, and says when it has nothing', async () => {
  expect((await get('/fr/guide?q=CONTESTER')).body).toContain('href="/fr/guide/contest"');
  expect((await get('/ar/guide?q=%D8%A7%D9%84%D8%A8%D8%B7%D8%A7%D9%82%D9%87')).body).toContain('href="/ar/guide/lost-card"');
  expect((await get('/fr/guide?q=xyzxyz')).body).toContain(translator('fr')('portal.guide.none'));
});

test('what was searched for comes back as text, never as markup', async () => {
  const { body } = await get(`/fr/guide?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(body).not.toContain('<script>alert');
  expect(body).toContain('&lt;script&gt;');
});

test('an office is found from the region down, and by name', async () => {
  expect((await get('/fr/offices')).body).toContain('href="/fr/offices/05"');
  expect((await get('/fr/offices/05')).body).toContain('href="/fr/offices/05.081"');
  expect((await get('/fr/offices/05.081')).body).toContain('href="/fr/offices/05.081.05.01"');
  expect((await get('/fr/offices/05.081.05.01')).body).toContain(translator('fr')('portal.offices.go.village'));
  expect((await get('/fr/offices?q=azilale')).body).toContain('href="/fr/offices/05.081.01.01"');
});

test.each(['/fr/guide/none', '/fr/about/none', '/fr/offices/99', '/fr/offices/05.081.99.99', '/fr/guide/..%2fpages'])(
  '%s is not there, and the page that says so opens the ways in',
  async (path) => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(404);
    expect(body).toContain('href="/fr/follow"');
  },
);

test('who searches the web is not led to anybody’s own pages', async () => {
  const { body, headers } = await get('/robots.txt');
  expect(headers['content-type']).toContain('text/plain');
  for (const path of ['follow/', 'apply/', 'complaint/']) expect(body).toContain(`Disallow: /*/${path}`);
});

test('a form beyond any size gets an answer that says so, in the language of its page', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'ar' };
  const payload = `words=${'a'.repeat(80_000)}`;
  const answer = await served.app.inject({
    method: 'POST',
    url: '/ar/complaint/tell?subject=card-not-delivered',
    headers,
    payload,
  });
  expect(answer.statusCode).toBe(413);
  expect(answer.body).toContain(translator('ar')('portal.failure.too-large.title'));
});
