import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assess, type Declaration } from '#modules/eligibility';
import { CAST_PASSWORD } from '#modules/staff';
import { today } from '#platform/clock';
import { sql } from '#platform/database';
import { aFamily } from '../../../testing/families.ts';
import { pagesToFill } from '../../../testing/filling.ts';
import { readPrinted } from '../../../testing/printed.ts';
import { fileOf } from '../../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../../testing/served-house.ts';
import {
  pathOfStep as addressOf,
  fillIn as fillPages,
  openTestBrowser,
  type TestBrowser,
} from '../../../testing/test-browser.ts';

let served: ServedHouse;
let visitor = 0;
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());
beforeEach(() => {
  visitor += 1;
});

const aBrowser = (language = 'fr') => openTestBrowser(served, { language, visitor });

const fillIn = (browser: TestBrowser, declaration: Declaration) => fillPages(served, browser, declaration);
const codeIn = (body: string) => /data-copy="([A-Z0-9-]{11})"/.exec(body)?.[1] ?? '';
const numberIn = (body: string) => /data-copy="(\d{12})"/.exec(body)?.[1] ?? '';

async function sendWhole(browser: TestBrowser, declaration: Declaration) {
  await browser.post('apply');
  await fillIn(browser, declaration);
  return browser.post('apply/declaration', { honour: 'yes' });
}

describe('a family that applies', () => {
  test.each(['poor', 'vulnerable'] as const)(
    '%s: what is filed is exactly its declaration, by the counter’s own road',
    async (kind) => {
      const family = aFamily(kind);
      const browser = aBrowser();
      expect((await browser.post('apply')).headers.location).toBe('/fr/apply/tasks');
      const led = await fillIn(browser, family);
      expect(led.at(-1)).toBe('/fr/apply/check');
      const check = await browser.get('apply/check');
      expect(check.statusCode).toBe(200);
      expect(check.body).not.toContain('error-summary');
      const sent = await browser.post('apply/declaration', { honour: 'yes' });
      expect(sent.headers.location).toBe('/fr/apply/done');
      const done = await browser.get('apply/done');
      const { rows } = await sql<{ id: string; declaration: Declaration }>`
      select id, declaration from applications.application where number = ${numberIn(done.body)}`.execute(served.owner.kysely);
      const [{ declaration } = { declaration: family }] = rows;
      // What the form does not ask of a child or in a town is not declared; all the rest is, as it was said, and scores alike.
      expect({ ...family, filed_on: today(served.house.clock).toString() }).toMatchObject(declaration);
      for (const formula of ['ramed-2008', 'rsu-2022'] as const) {
        expect(assess(formula, declaration)).toEqual(assess(formula, { ...family, filed_on: declaration.filed_on }));
        expect(assess(formula, declaration).missing).toEqual([]);
      }
      await served.settle();
      expect(await fileOf(served, rows[0]?.id ?? '')).toMatchObject({ state: 'filed', passages: [{ deed: 'submit' }] });
      expect((await browser.get(`follow/${numberIn(done.body)}`)).body).toContain('Votre demande est bien arrivée');
    },
  );
});

test('what was sent is printed as a dossier with every answer, and a counter of the place opens the file by its code', async () => {
  const family = aFamily('vulnerable');
  const browser = aBrowser();
  await sendWhole(browser, family);
  const done = await browser.get('apply/done');
  const number = numberIn(done.body);
  expect(done.body).toContain(`href="/fr/follow/${number}/dossier.pdf"`);
  const pdf = await browser.get(`follow/${number}/dossier.pdf`);
  expect(pdf.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  const { text, code = '' } = await readPrinted(pdf.rawPayload);
  for (const said of [family.members[0]?.cnie, '+212612345678', 'Demnati']) expect(text).toContain(said);
  expect(code).not.toContain(number);
  const counter = aBrowser();
  const door = { 'sec-fetch-site': 'same-origin' };
  await counter.post('sign-in', { identifier: 'naima.secretary', password: CAST_PASSWORD }, door);
  const opened = await counter.post('post/open', { scanned: `${code}\r` }, door);
  expect(opened.headers.location).toBe(`/fr/follow/${number}`);
  expect((await aBrowser().get(`follow/${number}/dossier.pdf`)).headers['content-type']).toContain('text/html');
});

test('a family sent twice, even at the same moment, is one request with one number', async () => {
  const family = aFamily();
  const browser = aBrowser();
  await sendWhole(browser, family);
  const number = numberIn((await browser.get('apply/done')).body);
  const again = await browser.post('apply/declaration', { honour: 'yes' });
  expect(again.headers.location).toBe('/fr/apply/done');
  expect(numberIn((await browser.get('apply/done')).body)).toBe(number);
  const other = aBrowser();
  await other.post('apply');
  await fillIn(other, aFamily());
  const both = await Promise.all([
    other.post('apply/declaration', { honour: 'yes' }),
    other.post('apply/declaration', { honour: 'yes' }),
  ]);
  expect(both.map(({ headers }) => headers.location)).toEqual(['/fr/apply/done', '/fr/apply/done']);
  const { rows } =
    await sql`select number from applications.application where sender = 'PORTAL' and filed_on = ${today(served.house.clock).toString()}`.execute(
      served.owner.kysely,
    );
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
});

test('a family that has an open request is told what to do, and no number', async () => {
  const family = aFamily();
  const first = aBrowser();
  await sendWhole(first, family);
  const number = numberIn((await first.get('apply/done')).body);
  const second = await sendWhole(aBrowser(), family);
  expect(second.statusCode).toBe(422);
  expect(second.body).toContain('a déjà une demande en cours');
  expect(second.body).not.toContain(number);
});

describe('coming back', () => {
  const family = aFamily();
  const birth = { 'birth-day': '4', 'birth-month': '6', 'birth-year': '1979' };

  async function begun() {
    const browser = aBrowser();
    await browser.post('apply');
    const [first] = pagesToFill(family, today(served.house.clock));
    if (!first) throw new Error('the form has pages');
    const saved = await browser.post(addressOf(first.step), { ...first.typed, leave: 'yes' });
    expect(saved.headers.location).toBe('/fr/apply/saved');
    const [year = '', month = '', day = ''] = (family.members[0]?.birth_date ?? '').split('-');
    const right = { 'birth-day': day, 'birth-month': month, 'birth-year': year };
    return { browser, code: codeIn((await browser.get('apply/saved')).body), right };
  }

  test('the same draft is offered again in the same browser, instead of a second one', async () => {
    const { browser, code } = await begun();
    expect((await browser.get('apply')).body).toContain('Vous avez déjà commencé une demande');
    expect((await browser.post('apply')).headers.location).toBe('/fr/apply');
    expect(codeIn((await browser.get('apply/tasks')).body)).toBe(code);
  });

  test('on another telephone, with the code and the birth date, in any writing of the code', async () => {
    const { code, right } = await begun();
    const other = aBrowser('ar');
    expect((await other.post('apply/resume', { code: code.toLowerCase().replace('-', ' '), ...right })).statusCode).toBe(303);
    const tasks = await other.get('apply/tasks');
    expect(codeIn(tasks.body)).toBe(code);
    expect((await other.get('apply/birth')).body).toContain(`value="${family.members[0]?.cnie}"`);
  });

  test('a wrong date and a code that is nobody’s get the same page, and both rest after five tries', async () => {
    const { code } = await begun();
    const [mine, nobodys] = [aBrowser(), aBrowser()];
    const pages = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const wrong = await mine.post('apply/resume', { code, ...birth, 'birth-year': '1944' });
      const nobody = await nobodys.post('apply/resume', { code: 'AAAAA-BBBBB', ...birth });
      expect(wrong.body.replaceAll(code, 'CODE').replaceAll('1944', '1979')).toBe(nobody.body.replaceAll('AAAAA-BBBBB', 'CODE'));
      pages.push(wrong.statusCode);
    }
    expect(pages).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test('nobody takes up the draft of another with a forged or a foreign cookie', async () => {
    const { browser, code } = await begun();
    const cookie = browser.cookies.get('ramed_draft') ?? '';
    const thief = aBrowser();
    thief.cookies.set('ramed_draft', `${cookie.slice(0, -4)}AAAA`);
    const answer = await thief.get('apply/tasks');
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/fr/apply' } });
    expect(answer.body).not.toContain(code);
  });

  test('leaving erases the device: cookies, memory and what is behind, while the answers stay with the house', async () => {
    const { browser } = await begun();
    const left = await browser.post('apply/leave');
    expect(left.headers['clear-site-data']).toContain('"cookies"');
    expect(browser.cookies.has('ramed_draft')).toBe(false);
    expect((await browser.get('apply/birth')).headers.location).toBe('/fr/apply');
  });

  test('every page of a draft is kept by nobody on the way', async () => {
    const { browser } = await begun();
    for (const path of ['apply', 'apply/tasks', 'apply/saved', 'apply/birth', 'apply/people', 'apply/check', 'apply/left'])
      expect((await browser.get(path)).headers['cache-control'], path).toBe('no-store');
  });
});

test('what the simulator sends along fills the pages, and what cannot be read is left', async () => {
  const browser = aBrowser();
  const carried = {
    milieu: 'rural',
    commune: '05.081.03.07',
    nonsense: true,
    dwelling: { rooms: 3, kitchen: 'perhaps' },
    resources: { income_year: 9000 },
    members: [
      { birth_date: '1980-02-03', earns: true },
      { relation: 'child', birth_date: 'soon', schooling: 'public' },
    ],
  };
  await browser.post('apply', { answers: JSON.stringify(carried) });
  expect((await browser.get('apply/tasks')).body).toContain('Vos réponses du test sont reprises');
  expect((await browser.get('apply/birth')).body).toContain('value="1980"');
  expect((await browser.get('apply/dwelling')).body).toMatch(/name="dwelling\.rooms"[^>]*value="3"/);
  expect((await browser.get('apply/people')).body).toContain('Enfant');
  expect((await browser.post('apply', { answers: '{' })).statusCode).toBe(303);
});

test('a form that another site sends opens nothing and saves nothing', async () => {
  const browser = aBrowser();
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  expect(await browser.post('apply', {}, elsewhere)).toMatchObject({ statusCode: 403, cookies: [] });
  await browser.post('apply');
  await browser.post('apply/status', { marital_status: 'widowed', disabled: 'no' }, elsewhere);
  expect((await browser.get('apply/status')).body).not.toContain('value="widowed" checked');
});

test('a slip is told at its field in the words of the summary, and what was typed comes back', async () => {
  const browser = aBrowser();
  await browser.post('apply');
  const answer = await browser.post('apply/birth', {
    'birth_date-day': '31',
    'birth_date-month': '2',
    'birth_date-year': '1980',
    cnie: '"><script>',
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('<title>Erreur\u00a0: Qui êtes-vous');
  expect(answer.body).toContain('href="#birth_date-day"');
  expect(answer.body).toContain('value="31"');
  expect(answer.body).not.toContain('<script>"');
});

test('a person who is removed is gone with all that was said, and the others move up', async () => {
  const family = aFamily();
  const browser = aBrowser();
  await browser.post('apply');
  await fillIn(browser, family);
  const third = family.members[2]?.names.fr?.given ?? '';
  const fourth = family.members[3]?.names.fr?.given ?? '';
  await browser.post('apply/people/3/remove');
  const list = (await browser.get('apply/people')).body;
  expect(list).not.toContain(third);
  expect((await browser.get('apply/people/3/identity')).body).toContain(fourth);
  expect((await browser.get('apply/people/60/situation')).statusCode).toBe(303);
});
