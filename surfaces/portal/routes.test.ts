import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { sql } from '#platform/database';
import { toQrPng } from '#platform/qr';
import { aFamily } from '../testing/families.ts';
import { checkRequests, deedNamed, fileOf, register, registrationOf } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let visitor = 0;
const itto = aFamily('poor');
const neighbour = aFamily('poor');
const stranger = aFamily('poor', { at: 'beni mellal' });
const ids = { itto: '', neighbour: '', stranger: '' };
const files = { ...ids };

beforeAll(async () => {
  served = await openServedHouse();
  [ids.itto = ''] = await register(served, itto);
  [ids.neighbour = ''] = await checkRequests(served, neighbour);
  [ids.stranger = ''] = await checkRequests(served, stranger);
  for (const family of ['itto', 'neighbour', 'stranger'] as const) files[family] = (await fileOf(served, ids[family])).number;
});
afterAll(() => served?.close());
// Each test is another visitor, so that none is asked to wait for another's attempts.
beforeEach(() => {
  visitor += 1;
});

type Given = { readonly cookie?: string; readonly headers?: Record<string, string> };

async function get(path: string, { cookie, headers = {} }: Given = {}) {
  return served.app.inject({
    url: path,
    remoteAddress: `10.0.0.${visitor}`,
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
  });
}

async function post(path: string, form: Record<string, string>, { cookie, headers = {} }: Given = {}) {
  return served.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: `10.0.0.${visitor}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers, ...(cookie ? { cookie } : {}) },
    payload: new URLSearchParams(form).toString(),
  });
}

type Answer = Awaited<ReturnType<typeof get>>;

function pairOf(number: string, born = itto.members[0]?.birth_date ?? ''): Record<string, string> {
  const [year = '', month = '', day = ''] = born.split('-');
  return { number, 'birth-day': day, 'birth-month': month, 'birth-year': year };
}

function cookieOf(answer: Answer): string {
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

describe('following a request', () => {
  test('the right pair opens the file, and the address tells no birth date', async () => {
    const found = await post('/fr/follow', pairOf(files.itto));
    expect(found.statusCode).toBe(303);
    expect(found.headers.location).toBe(`/fr/follow/${files.itto}`);
    expect(String(found.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect(Buffer.from(cookieOf(found).split('=')[1]?.split('.')[0] ?? '', 'base64url').toString()).not.toContain('1979');
    const page = await get(`/fr/follow/${files.itto}`, { cookie: cookieOf(found) });
    expect(page.body).toContain('La carte est à l’ANAM, qui la prépare');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(await get(`/ar/follow/${files.itto}/score`, { cookie: cookieOf(found) })).toMatchObject({ statusCode: 200 });
    for (const paper of ['receipt', 'decision']) {
      const printed = await get(`/ar/follow/${files.itto}/${paper}.pdf`, { cookie: cookieOf(found) });
      expect(printed.body.slice(0, 5)).toBe('%PDF-');
    }
  });

  test('the head’s national card opens the steps, and neither the number nor anything of the family', async () => {
    const card = itto.members[0]?.cnie ?? '';
    const found = await post('/fr/follow', pairOf(` ${card.toLowerCase()} `));
    expect(found).toMatchObject({ statusCode: 303, headers: { location: '/fr/follow/by-card' } });
    const cookie = cookieOf(found);
    expect(Buffer.from(cookie.split('=')[1]?.split('.')[0] ?? '', 'base64url').toString()).not.toContain(files.itto);
    const page = await get('/fr/follow/by-card', { cookie });
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.body).toContain('La carte est à l’ANAM, qui la prépare');
    expect(page.body).not.toMatch(new RegExp(`${files.itto}|${files.itto.replace(/(....)/g, '$1.?')}|Ait Bouzid|Itto`));
    for (const path of ['', '/score', '/receipt.pdf', '/decision.pdf']) {
      const whole = await get(`/fr/follow/${files.itto}${path}`, { cookie });
      expect(whole.body).toContain('Deux réponses suffisent');
    }
    expect((await get('/fr/follow/by-card')).body).toContain('Deux réponses suffisent');
  });

  test('a card nobody has, a card and a number with another’s birth date get the same page, none sooner', async () => {
    const card = itto.members[0]?.cnie ?? '';
    const answers = [];
    for (const pair of [pairOf('ZZ999999', '1979-06-05'), pairOf(card, '1979-06-05'), pairOf(files.itto, '1979-06-05')]) {
      const startedAt = performance.now();
      const answer = await post('/fr/follow', pair);
      expect(performance.now() - startedAt).toBeGreaterThan(240);
      expect(answer).toMatchObject({ statusCode: 422, cookies: [] });
      answers.push(answer.body.replaceAll(pair.number ?? '', 'typed'));
    }
    expect(new Set(answers).size).toBe(1);
  });

  test.each([
    ['in Arabic figures', (number: string) => number.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))],
    ['in groups, with marks of direction', (number: string) => `\u200f${number.replace(/(....)/g, '$1 ')}`],
  ])('the number may be typed %s', async (_how, write) => {
    expect(await post('/fr/follow', pairOf(write(files.itto)))).toMatchObject({ statusCode: 303 });
  });

  test('a wrong date and a number nobody has get the same page', async () => {
    const wrongDate = await post('/fr/follow', pairOf(files.itto, '1979-06-05'));
    const nobody = await post('/fr/follow', pairOf('IC999999', '1979-06-05'));
    expect([wrongDate.statusCode, nobody.statusCode]).toEqual([422, 422]);
    expect(wrongDate.body.replaceAll(files.itto, 'IC999999')).toBe(nobody.body);
    expect(wrongDate.headers['set-cookie']).toBeUndefined();
  });

  test('after twenty attempts in a minute an address is asked to wait, and loses nothing it typed', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 22; attempt += 1) answers.push(await post('/en/follow', pairOf(files.itto, '1979-06-05')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(20).fill(422), 429, 429]);
    expect(answers.at(-1)?.body).toContain(`value="${files.itto}"`);
  });

  test.each([
    ['31 February', { 'birth-day': '31', 'birth-month': '02' }, 'n’existe pas'],
    ['a birth in the future', { 'birth-year': '2999' }, 'n’existe pas'],
    ['no year', { 'birth-year': '' }, 'le jour, le mois et l’année'],
    ['a slip in the number', { number: '202600000441' }, 'contient une erreur'],
    ['markup for a number', { number: '"><script>alert(1)</script>' }, 'contient une erreur'],
  ])('%s is told in words, at its field', async (_what, wrong, words) => {
    const answer = await post('/fr/follow', { ...pairOf(files.itto), ...wrong });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('<script>');
  });

  test('a file cannot be opened with no cookie, a forged one, one that was prolonged, or that of another family', async () => {
    const own = cookieOf(await post('/fr/follow', pairOf(files.itto)));
    const [body = '', seal = ''] = own.replace('ramed_file=', '').split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, number: files.neighbour })).toString('base64url');
    const cookies = ['', 'ramed_file=', 'ramed_file=a.b', `ramed_file=${forged}.${seal}`, own];
    for (const cookie of cookies) {
      for (const path of ['', '/score', '/receipt.pdf']) {
        const answer = await get(`/fr/follow/${files.neighbour}${path}`, { cookie });
        expect(answer.body).toContain('Deux réponses suffisent');
        expect(answer.body).not.toContain('Ait Bouzid');
      }
    }
  });

  test('a form that another site sends is not followed', async () => {
    const elsewhere = await post('/fr/follow', pairOf(files.itto), { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(elsewhere).toMatchObject({ statusCode: 403, cookies: [] });
    const otherOrigin = await post('/fr/follow', pairOf(files.itto), { headers: { origin: 'https://elsewhere.example' } });
    expect(otherOrigin).toMatchObject({ statusCode: 403, cookies: [] });
  });

  test('a program gets by the pair what the page says of the file, no more, and nothing without it', async () => {
    const ask = (birthDate: string) =>
      served.app.inject({
        method: 'POST',
        url: '/api/queries/applications.followed-file',
        remoteAddress: `10.0.0.${visitor}`,
        payload: { number: files.itto, birthDate },
      });
    const { file } = (await ask('1979-06-04')).json();
    expect(Object.keys(file).sort()).toEqual(
      ['closed_for', 'filed_on', 'id', 'kind', 'names', 'number', 'outcome', 'passages', 'since', 'state', 'territory'].sort(),
    );
    expect(JSON.stringify(file)).not.toMatch(/agent:|Hassan|system:/);
    expect((await ask('1979-06-05')).json()).toEqual({});
    const statuses = [];
    for (let attempt = 0; attempt < 20; attempt += 1) statuses.push((await ask('1979-06-05')).statusCode);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('verifying', () => {
  async function cardOf(application: string): Promise<{ serial: string; credential: string }> {
    const { number } = await registrationOf(served, application);
    const { rows } = await sql<{ serial: string; credential: string }>`
      select serial, credential from cards.card where registration_number = ${number}`.execute(served.owner.kysely);
    const [card] = rows;
    if (!card) throw new Error('no card was made');
    return card;
  }

  test('a card is valid by its text and by its picture, forged when a letter is changed, revoked once it is', async () => {
    const { serial, credential } = await cardOf(ids.itto);
    expect((await post('/fr/verify', { code: credential })).body).toContain('Cette carte est vraie et valable');
    const photo = new FormData();
    photo.set('image', new Blob([new Uint8Array(await toQrPng(credential))]), 'card.png');
    expect((await send(photo)).body).toContain('Cette carte est vraie et valable');
    const changed = credential.slice(0, -8) + (credential.at(-8) === 'A' ? 'B' : 'A') + credential.slice(-7);
    expect((await post('/fr/verify', { code: changed })).body).toMatch(/signature est fausse|pas un code de papier/);
    const loss = { serial, becomes: 'lost', reason: 'Lost at the souk' };
    const revoked = await served.do(await served.as('mehdi.cards'), deedNamed(served, 'cards.revoke-card'), loss);
    expect(revoked.ok).toBe(true);
    const answer = await post('/fr/verify', { code: credential });
    expect(answer.body).toContain('Cette carte a été annulée');
    expect(answer.body).not.toContain('Itto');
  });

  test.each([
    ['a picture without a code', Buffer.from('not a picture'), 'Aucun carré QR'],
    ['a picture of seven megabytes', Buffer.alloc(7_000_000), 'trop lourde'],
    ['nothing', Buffer.alloc(0), 'Écrivez ou collez le code'],
  ])('%s gets a sentence', async (_what, bytes, words) => {
    const photo = new FormData();
    photo.set('code', '');
    photo.set('image', new Blob([bytes]), 'card.png');
    const answer = await send(photo);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
  });

  test('a form that breaks off, or is far too large, gets a page', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const cut = await served.app.inject({ method: 'POST', url: '/fr/verify', headers: type, payload: '--x\r\nContent-Dispo' });
    expect(cut.statusCode).toBe(422);
    const huge = await served.app.inject({ method: 'POST', url: '/fr/verify', headers: type, payload: Buffer.alloc(50_000_000) });
    expect([413, 422]).toContain(huge.statusCode);
    expect(huge.headers['content-type']).toContain('text/html');
  });

  async function send(form: FormData) {
    const request = new Request('http://portal/', { method: 'POST', body: form });
    return served.app.inject({
      method: 'POST',
      url: '/fr/verify',
      remoteAddress: `10.0.0.${visitor}`,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  }
});

describe('agents', () => {
  const door = { headers: { 'sec-fetch-site': 'same-origin' } };
  const enter = (identifier: string, password = CAST_PASSWORD, more = {}) =>
    post('/fr/sign-in', { identifier, password, ...more }, door);

  test('a right password leads to the post, a wrong one says no more than that', async () => {
    const right = await enter('naima.secretary');
    expect(right).toMatchObject({ statusCode: 303 });
    expect(right.headers.location).toBe('/fr/post');
    const wrong = await enter('naima.secretary', 'not-hers');
    const nobody = await enter('nobody.at-all', 'not-hers');
    expect([wrong.statusCode, nobody.statusCode]).toEqual([401, 401]);
    expect(wrong.body.replaceAll('naima.secretary', 'nobody.at-all')).toBe(nobody.body);
    expect(wrong.body).not.toContain('not-hers');
  });

  test('nobody is sent to another site once signed in', async () => {
    for (const address of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/api/docs']) {
      const answer = await enter('naima.secretary', CAST_PASSWORD, { 'return-to': address });
      expect(answer.headers.location).toBe('/fr/post');
    }
    expect((await enter('naima.secretary', CAST_PASSWORD, { 'return-to': '/ar/verify' })).headers.location).toBe('/ar/verify');
  });

  test('an agent sees the files of the jurisdiction and opens them, and no other', async () => {
    const cookie = cookieOf(await enter('naima.secretary'));
    const mine = await get('/fr/post', { cookie });
    expect(mine.body).toContain(files.neighbour);
    expect(mine.body).not.toContain(files.stranger);
    expect((await get(`/fr/follow/${files.neighbour}`, { cookie })).body).toContain('Où en est votre demande');
    expect((await get(`/fr/follow/${files.stranger}`, { cookie })).body).toContain('Deux réponses suffisent');
    const out = await post('/fr/sign-out', {}, { cookie, ...door });
    expect(out.headers.location).toBe('/fr');
    expect((await get('/fr/post', { cookie })).headers.location).toBe('/fr/sign-in');
  });
});

describe('every page', () => {
  test('a page that is not there says so in the language of its address, or in the one the browser would like', async () => {
    expect(await get('/zgh/nothing')).toMatchObject({ statusCode: 404, body: expect.stringContaining('lang="zgh-MA"') });
    const wished = await get('/nothing', { headers: { 'accept-language': 'de,fr-FR;q=0.8,en;q=0.5' } });
    expect(wished.body).toContain('lang="fr-MA"');
    expect((await get('/nothing')).body).toContain('lang="ar-MA"');
    expect((await get('/api/nothing')).json()).toEqual({ error: 'not-found' });
  });

  test('lets no script run but our own and comes in few bytes to whoever can read them', async () => {
    const page = await get('/fr', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.headers['content-encoding']).toBe('br');
    expect(page.rawPayload.length).toBeLessThan(10_000);
    expect((await get('/fr', { headers: { 'accept-encoding': 'br;q=0' } })).headers['content-encoding']).toBeUndefined();
  });

  test('styles may be kept for ever; schemas are published', async () => {
    const [address = ''] = /\/assets\/ramed-[0-9a-f]+\.css/.exec((await get('/fr')).body) ?? [];
    expect((await get(address)).headers['cache-control']).toContain('immutable');
    expect((await get('/api/declaration.schema.json')).json().$schema).toContain('json-schema.org');
    expect((await get('/api/ramed-batch-1.xsd')).body).toContain('urn:ramed:batch:1');
  });
});
