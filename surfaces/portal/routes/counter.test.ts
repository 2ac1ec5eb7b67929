import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierCode } from '#modules/applications';
import { createSigningKey } from '#modules/cards';
import { CAST_PASSWORD } from '#modules/staff';
import { withCheckDigit } from '#platform/numbers';
import { dossierSecret } from '../../keys.ts';
import { aFamily } from '../../testing/families.ts';
import { checkRequests, fileOf } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';
import { answersCodes } from '../views/apply/answers-codes.ts';
import { toReceipt } from '../views/receipt.ts';
import { readDossier, readFiled } from './read-dossier.ts';

let served: ServedHouse;
let secret: Uint8Array;
let cookie = '';
const files = { mine: { id: '', number: '', territory: '' }, theirs: { id: '', number: '', territory: '' } };

beforeAll(async () => {
  served = await openServedHouse();
  secret = dossierSecret(served.house.signingKey);
  const [mine = '', theirs = ''] = [
    ...(await checkRequests(served, aFamily('poor'))),
    ...(await checkRequests(served, aFamily('poor', { at: 'beni mellal' }))),
  ];
  files.mine = await fileOf(served, mine);
  files.theirs = await fileOf(served, theirs);
  cookie = await enter('naima.secretary');
});
afterAll(() => served?.close());

async function enter(identifier: string): Promise<string> {
  const answer = await post('/fr/sign-in', { identifier, password: CAST_PASSWORD });
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function post(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return served.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

const scan = (scanned: string, headers: Record<string, string> = {}) =>
  post('/fr/post/open', { scanned }, { cookie, ...headers });

async function receiptCode(file: { id: string; territory: string }): Promise<string> {
  const dossier = await readDossier(served.house, file);
  if (!dossier) throw new Error('no such file');
  return toReceipt(dossier, served.house.signingKey).credentialText;
}

async function answersCode(file: { id: string; territory: string; number: string }, key = served.house.signingKey) {
  const filed = await readFiled(served.house, file);
  const [code = ''] = answersCodes({ number: file.number, language: 'fr', filed }, key);
  return code;
}

test.each([
  ['the code of the dossier', () => dossierCode(files.mine.number, secret)],
  ['the code of the receipt', () => receiptCode(files.mine)],
  ['the code of the answers', () => answersCode(files.mine)],
  ['the number as it is printed', () => files.mine.number.replace(/(....)/g, '$1 ')],
  ['the number in Arabic figures', () => files.mine.number.replace(/\d/g, (figure) => String.fromCharCode(0x660 + +figure))],
])('%s opens the file', async (_what, text) => {
  const answer = await scan(`${await text()}\r\n`);
  expect(answer).toMatchObject({ statusCode: 303 });
  expect(answer.headers.location).toBe(`/fr/follow/${files.mine.number}`);
  const page = await served.app.inject({ url: String(answer.headers.location), headers: { cookie } });
  expect(page.body).toContain('Ait Bouzid');
});

test.each([
  ['a code of the dossier of another territory', () => dossierCode(files.theirs.number, secret), 'pas de votre territoire'],
  ['a receipt of another territory', () => receiptCode(files.theirs), 'pas de votre territoire'],
  ['a number of another territory', () => files.theirs.number, 'Aucun dossier de votre territoire'],
  ['a number nobody has', () => withCheckDigit('20260999999'), 'Aucun dossier de votre territoire'],
  ['a code with a letter changed', () => `${dossierCode(files.mine.number, secret).slice(0, -2)}cc`, 'pas de nous'],
  ['a code that another house sealed', () => dossierCode(files.mine.number, otherSecret()), 'pas de nous'],
  ['a receipt with a letter changed', async () => `${(await receiptCode(files.mine)).slice(0, -4)}0000`, 'pas de nous'],
  ['answers with a letter changed', async () => `${(await answersCode(files.mine)).slice(0, -6)}000000`, 'pas de nous'],
  [
    'answers that another house signed',
    () => answersCode(files.mine, createSigningKey(new Uint8Array(32).fill(3))),
    'pas de nous',
  ],
  ['one code of several', async () => (await answersCode(files.mine)).replace('RMA1:11', 'RMA1:12'), 'une partie des réponses'],
  ['answers of a later version', () => 'RMA2:11ABCD', 'ni un code de dossier'],
  ['a slip in the number', () => files.mine.number.replace(/.$/, (last) => String((+last + 1) % 10)), 'ni un code de dossier'],
  ['markup', () => '"><script>alert(1)</script>', 'ni un code de dossier'],
  ['nothing', () => '  ', 'Scannez le carré, ou tapez'],
])('%s opens nothing, and says why', async (_what, text, words) => {
  const answer = await scan(await text());
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect(answer.body).toContain('<title>Erreur');
  expect(answer.body).not.toContain('<script>alert');
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('figures that were typed come back to be mended, a code does not: the next scan would be typed behind it', async () => {
  expect((await scan('2026 0000 9')).body).toContain('value="2026 0000 9"');
  expect((await scan(dossierCode(files.theirs.number, secret))).body).not.toContain('value="dossier');
  for (const code of [dossierCode(files.mine.number, secret), await receiptCode(files.mine)])
    expect(await scan(`2026 0000 9${code}`)).toMatchObject({ statusCode: 303 });
});

function otherSecret(): Uint8Array {
  return dossierSecret(createSigningKey(new Uint8Array(32).fill(3)));
}

test('a code opens nothing for whoever is not signed in, for another site, or for a post that reads no files', async () => {
  const code = dossierCode(files.mine.number, secret);
  const stranger = await post('/fr/post/open', { scanned: code });
  expect(stranger.headers.location).toBe('/fr/sign-in');
  const elsewhere = await scan(code, { 'sec-fetch-site': 'cross-site' });
  expect(elsewhere.headers.location).toBe('/fr/sign-in');
  const finance = await enter('zineb.finance');
  expect((await served.app.inject({ url: '/fr/post', headers: { cookie: finance } })).body).not.toContain('name="scanned"');
  const answer = await post('/fr/post/open', { scanned: code }, { cookie: finance });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).not.toContain('Ait Bouzid');
});

test('the page of a refused code, loaded again or in another language, is the post', async () => {
  const again = await served.app.inject({ url: '/ar/post/open', headers: { cookie } });
  expect(again.headers.location).toBe('/ar/post');
  expect((await served.app.inject({ url: '/ar/post', headers: { cookie } })).body).toContain('name="scanned"');
});
