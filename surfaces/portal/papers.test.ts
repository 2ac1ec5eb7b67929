import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { sql } from '#platform/database';
import { translator } from '#platform/i18n';
import { newId } from '#platform/ids';
import { aHeic, aPdf, aPhoto, eicar } from '../../modules/documents/testing/samples.ts';
import { aFamily } from '../testing/families.ts';
import { readPrinted } from '../testing/printed.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';
import { fillIn, openTestBrowser, type TestBrowser } from '../testing/test-browser.ts';

let served: ServedHouse;
let visitor = 0;
const say = translator('fr');
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());
beforeEach(() => {
  visitor += 1;
});

const aBrowser = () => openTestBrowser(served, { visitor });
/** What a page says, without its markup. */
const said = ({ body }: { body: string }) => /<main[\s\S]*<\/main>/.exec(body)?.[0].replace(/<[^>]+>/g, '') ?? '';
const card = 'apply/papers/applicant-identity';
const door = { 'sec-fetch-site': 'same-origin' };

async function begun(): Promise<TestBrowser> {
  const browser = aBrowser();
  await browser.post('apply');
  await fillIn(served, browser, aFamily('poor'));
  return browser;
}

async function submitted(browser: TestBrowser): Promise<string> {
  await browser.post('apply/declaration', { honour: 'yes' });
  return /data-copy="(\d{12})"/.exec((await browser.get('apply/done')).body)?.[1] ?? '';
}

async function agent(login = 'naima.secretary'): Promise<TestBrowser> {
  const browser = aBrowser();
  await browser.post('sign-in', { identifier: login, password: CAST_PASSWORD }, door);
  return browser;
}

async function pagesKept(): Promise<
  { owner: string; kind: string; scan: string; territory: string; handed_over_at: string | null }[]
> {
  const { rows } = await sql<Awaited<ReturnType<typeof pagesKept>>[number]>`
    select owner, kind, scan, territory, handed_over_at from documents.page order by kept_at desc, id desc`.execute(
    served.owner.kysely,
  );
  return rows;
}

describe('a family that sends its papers with its request', () => {
  test('sees each come, brings the rest, and finds them on its file; the counter opens them', async () => {
    const browser = await begun();
    expect(said(await browser.get('apply/tasks'))).toContain(say('portal.upload.task.none'));
    const sent = await browser.send(card, [
      ['photo', 'IMG_1.jpg', aPhoto({ filling: `front ${visitor}` })],
      ['file', 'verso.pdf', aPdf({ sheets: 2 })],
    ]);
    expect(sent.headers.location).toBe('/fr/apply/papers');
    const list = await browser.get('apply/papers');
    expect(said(list)).toContain(say('portal.upload.state.sent'));
    expect(said(list)).toContain(say('portal.upload.bring-rest'));
    expect((await browser.post('apply/papers')).headers.location).toBe('/fr/apply/check');
    expect(said(await browser.get('apply/papers'))).toContain(say('portal.upload.state.promised'));
    expect(said(await browser.get('apply/tasks'))).toContain(say('portal.upload.task.some', { count: 1 }));

    const number = await submitted(browser);
    expect(said(await browser.get('apply/done'))).toContain(say('portal.upload.already'));
    const followed = said(await browser.get(`follow/${number}`));
    expect(followed).toContain('Papiers déjà envoyés');
    expect(followed).not.toContain(say('portal.next.wait'));
    const { text } = await readPrinted((await browser.get(`follow/${number}/dossier.pdf`)).rawPayload);
    expect(text.match(new RegExp(say('portal.upload.already'), 'g'))).toHaveLength(1);
    const kept = (await pagesKept()).filter(({ kind }) => kind === 'applicant-identity');
    expect(kept.every(({ owner, handed_over_at: at }) => owner.startsWith('application:') && at !== null)).toBe(true);

    const counter = await agent('training.counter');
    const seen = await counter.get(`follow/${number}/papers`);
    const [, first = ''] = /href="\/fr(\/follow\/\d+\/papers\/page\/[^"]+)"/.exec(seen.body) ?? [];
    const opened = await counter.get(`/fr${first}`);
    expect(opened.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(opened.headers['content-security-policy']).toContain('sandbox');
    expect(opened.rawPayload.equals(aPhoto({ filling: `front ${visitor}` }))).toBe(true);
  });

  test('takes a page back, and what it has not sent is not promised for it', async () => {
    const browser = await begun();
    await browser.send(card, [['photo', 'a.jpg', aPhoto({ filling: `back ${visitor}` })]]);
    const page = /name="page" value="([^"]+)"/.exec((await browser.get(card)).body)?.[1] ?? '';
    expect((await browser.post(`${card}/remove`, { page })).headers.location).toBe(`/fr/${card}`);
    expect((await browser.get(card)).body).not.toContain('name="page"');
    await browser.send(card, [], { fields: { bring: 'yes' } });
    expect(said(await browser.get('apply/papers'))).toContain(say('portal.upload.state.promised'));
  });

  test('the same photograph sent twice is one page', async () => {
    const browser = await begun();
    const photo = aPhoto({ filling: `twice ${visitor}` });
    await browser.send(card, [['photo', 'a.jpg', photo]]);
    await browser.send(card, [['file', 'b.jpg', photo]]);
    expect((await browser.get(card)).body.match(/name="page"/g)).toHaveLength(1);
  });
});

describe('what is no paper is refused in words, and what came with it is kept', () => {
  test.each([
    ['a program under a good name', 'carte.jpg', Buffer.from('4d5a9000030000', 'hex'), 'not-a-paper'],
    ['a page of the web', 'acte.pdf', Buffer.from('<html><script>1</script>'), 'not-a-paper'],
    ['a document with a script', 'acte.pdf', aPdf({ extra: '<< /S /JavaScript /JS (app.alert(1)) >>' }), 'active'],
    ['a document with a password', 'acte.pdf', aPdf({ extra: '<< /Encrypt 9 0 R >>' }), 'protected'],
    ['the format of an iPhone', 'IMG.HEIC', aHeic(), 'heic'],
    ['a stamp', 'petit.jpg', aPhoto({ width: 100, height: 100 }), 'too-small'],
    ['nothing', 'vide.jpg', Buffer.alloc(0), 'empty'],
  ])('%s', async (_what, name, bytes, fault) => {
    const browser = await begun();
    const sent = await browser.send(card, [
      ['photo', 'bon.jpg', aPhoto({ filling: `good ${visitor}` })],
      ['file', name, bytes],
    ]);
    expect(sent.statusCode).toBe(422);
    expect(said(sent)).toContain(say(`documents.refusal.${fault}`, { megabytes: 8 }).slice(0, 30));
    expect(sent.body).toContain(name);
    expect(said(sent)).toContain(say('portal.upload.taken', { count: 1 }));
  });

  test('a file larger than the law takes, one with a virus, and a form with nothing in it', async () => {
    const browser = await begun();
    const large = await browser.send(card, [['file', 'gros.jpg', aPhoto({ bytes: 9 * 1_048_576 })]]);
    expect(said(large)).toContain(say('documents.refusal.too-large', { megabytes: 8 }).slice(0, 30));
    const infected = await browser.send(card, [['photo', 'virus.jpg', Buffer.concat([aPhoto(), Buffer.from(eicar)])]]);
    expect(said(infected)).toContain(say('documents.refusal.infected').slice(0, 30));
    expect(said(await browser.send(card, []))).toContain(say('portal.upload.none-chosen'));
    expect((await browser.get(card)).body).not.toContain('name="page"');
  });

  test('more pages than a paper may have', async () => {
    const browser = await begun();
    const sent = await browser.send(card, [['file', 'long.pdf', aPdf({ sheets: 11 })]]);
    expect(said(sent)).toContain(say('documents.refusal.too-many-pages', { most: 10 }).slice(0, 30));
  });

  test('a form that broke off on the way keeps the files that had come', async () => {
    const browser = await begun();
    const sent = await browser.send(
      card,
      [
        ['photo', 'un.jpg', aPhoto({ filling: `cut ${visitor}` })],
        ['file', 'deux.jpg', aPhoto({ filling: `lost ${visitor}`, bytes: 5_000 })],
      ],
      { cutBytes: 2_000 },
    );
    expect(sent.statusCode).toBe(422);
    expect((await browser.get(card)).body.match(/name="page"/g)).toHaveLength(1);
  });

  test('the scanner is silent: the page is kept, opened by nobody, and seen as waiting', async () => {
    served.partners.scanner?.control.switch({ mode: 'down' });
    const browser = await begun();
    await browser.send(card, [['photo', 'a.jpg', aPhoto({ filling: `unseen ${visitor}` })]]);
    expect(said(await browser.get('apply/papers'))).toContain(say('portal.upload.state.being-scanned'));
    const number = await submitted(browser);
    const counter = await agent('training.counter');
    expect((await counter.get(`follow/${number}/papers`)).body).not.toContain('/papers/page/');
    served.partners.scanner?.control.switch({ mode: 'up' });
  });
});

describe('nobody else', () => {
  test('sends papers to a draft or a file that is not their own, or sees what came', async () => {
    const number = await submitted(await begun());
    const stranger = aBrowser();
    expect((await stranger.get(card)).headers.location).toBe('/fr/apply');
    expect((await stranger.send(card, [['photo', 'a.jpg', aPhoto()]])).headers.location).toBe('/fr/apply');
    expect((await stranger.get(`follow/${number}/papers`)).headers.location).toBe(`/fr/follow/${number}`);
    const before = (await pagesKept()).length;
    await stranger.send(`follow/${number}/papers/applicant-identity`, [['photo', 'a.jpg', aPhoto({ filling: 'stranger' })]]);
    expect((await pagesKept()).length).toBe(before);
  });

  test('of another province, nor an agent who may not read papers, opens a page', async () => {
    const browser = await begun();
    await browser.send(card, [['photo', 'a.jpg', aPhoto({ filling: `mine ${visitor}` })]]);
    const number = await submitted(browser);
    for (const login of ['said.benimellal', 'omar.interior', 'zineb.finance']) {
      const seen = await (await agent(login)).get(`follow/${number}/papers`);
      expect(seen.headers.location, login).toBe(`/fr/follow/${number}`);
    }
  });

  test('through another site', async () => {
    const browser = await begun();
    const before = (await pagesKept()).length;
    const headers = { 'sec-fetch-site': 'cross-site' };
    await browser.send(card, [['photo', 'a.jpg', aPhoto({ filling: `foreign ${visitor}` })]], { headers });
    await browser.post('apply/papers', {}, headers);
    expect((await pagesKept()).length).toBe(before);
  });

  test('opens a page that is not of this file, or is no page', async () => {
    const number = await submitted(await begun());
    const counter = await agent('training.counter');
    const other = await counter.get(`follow/${number}/papers/page/${newId()}`);
    expect(other.headers.location).toBe(`/fr/follow/${number}/papers`);
    expect((await counter.get(`follow/${number}/papers/page/..%2f..%2fetc`)).headers.location).toContain('/papers');
  });
});

test('papers asked for later are sent from the page of the request, and belong to its file at once', async () => {
  const browser = await begun();
  const number = await submitted(browser);
  const path = `follow/${number}/papers/collective-life`;
  const sent = await browser.send(path, [['file', 'vie.pdf', aPdf({ sheets: 1, extra: `(${visitor})` })]]);
  expect(sent.headers.location).toBe(`/fr/follow/${number}/papers`);
  const [page] = await pagesKept();
  expect(page).toMatchObject({ kind: 'collective-life', handed_over_at: expect.any(String) });
  expect(page?.territory).toMatch(/^05\.081/);
  expect((await browser.get(path)).body).not.toContain('name="page"');
});

test('what proves a complaint goes with it, by whoever holds its code', async () => {
  const browser = aBrowser();
  const told = await browser.post('complaint/tell?subject=card-not-delivered', { province: '05.081', token: newId() });
  const address = String(told.headers.location);
  expect(said(await browser.get(address))).toContain(say('portal.upload.link'));
  await browser.send(`${address}/papers/evidence`, [['photo', 'a.jpg', aPhoto({ filling: `proof ${visitor}` })]]);
  expect(said(await browser.get(`${address}/papers`))).toContain(say('portal.upload.state.sent'));
  const [page] = await pagesKept();
  expect(page).toMatchObject({ owner: expect.stringMatching(/^complaint:/), kind: 'evidence', territory: '05.081' });
  expect((await aBrowser().get(`${address}/papers`)).headers.location).toBe(address);
});
