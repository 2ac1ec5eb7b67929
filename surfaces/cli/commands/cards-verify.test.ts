import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { createSigningKey, issueCredential, issueRevocationList, toKeySet } from '#modules/cards';
import { Temporal, toDate } from '#platform/dates';
import { toQrPng } from '#platform/qr';
import { UsageError } from '../command.ts';
import { cardsVerify } from './cards-verify.ts';

const key = createSigningKey(new Uint8Array(32).fill(7));
const issuedAt = Temporal.Instant.from('2027-01-12T06:00:00Z');
const card = issueCredential(
  {
    kind: 'card',
    issuer: 'ANAM',
    registrationNumber: '201504127733',
    cardSerial: 'C26000417',
    names: { latin: 'BENALI Fatima Zahra', arabic: 'فاطمة الزهراء بنعلي' },
    category: 'poor',
    validFrom: toDate('2026-04-02'),
    validUntil: toDate('2029-04-01'),
    birthYears: [1982, 2008],
  },
  key,
).text;

const folder = mkdtempSync(join(tmpdir(), 'ramed-cards-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const keys = file('keys.json', JSON.stringify(toKeySet([key], { issuer: 'ANAM', issuedAt })));
const lost = issueRevocationList(
  [{ credential: 'C26000417', since: toDate('2027-01-10'), reason: 'right-closed' }],
  issuedAt,
  key,
);
const revocations = file('revocations.json', JSON.stringify(lost));
const none = file('none.json', JSON.stringify(issueRevocationList([], issuedAt, key)));
const image = file('card.png', toQrPng(card));

async function verify(...args: string[]): Promise<{ code: number; said: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = textOf(stdout);
  const code = await cardsVerify.run(['--keys', keys, ...args], { stdout, stderr });
  stdout.end();
  return { code, said: await said };
}

test('a good card is said valid, with its name, number and days, in French unless told', async () => {
  const { code, said } = await verify('--text', card, '--revocations', none, '--on', '2027-02-01');
  expect(code).toBe(0);
  expect(said).toContain('Carte valable jusqu’au 1er avril 2029.');
  expect(said).toContain('BENALI Fatima Zahra · فاطمة الزهراء بنعلي');
  expect(said).toContain('2015 0412 7733');
  expect(said).toContain('Cartes révoquées\u00a0: liste du 12 janvier 2027.');
});

test('the photograph of a card says the same as its text', async () => {
  const fromText = await verify('--text', card, '--revocations', none, '--on', '2027-02-01');
  expect(await verify('--image', image, '--revocations', none, '--on', '2027-02-01')).toEqual(fromText);
});

test.each([
  ['fr', 'Carte révoquée le 10 janvier 2027\u00a0: droit fermé.'],
  ['ar', 'بطاقة ملغاة يوم 10 يناير 2027: حق مغلق.'],
  ['zgh', 'ⵉⵇⵇⵏ ⵓⵣⵔⴼ'],
  ['en', 'Card revoked on 10 January 2027: right closed.'],
])('a revoked card is said so in %s', async (language, sentence) => {
  const { code, said } = await verify('--text', card, '--revocations', revocations, '--on', '2027-02-01', '--language', language);
  expect(code).toBe(1);
  expect(said).toContain(sentence);
});

test.each([
  ['2029-04-02', 'Carte expirée depuis le 1er avril 2029.'],
  ['2026-04-01', 'Carte valable seulement à partir du 2 avril 2026.'],
])('on %s: %s', async (on, sentence) => {
  const { code, said } = await verify('--text', card, '--revocations', none, '--on', on);
  expect([code, said.split('\n')[0]]).toEqual([1, sentence]);
});

test('a code signed by a stranger is forged, and nothing it says is repeated', async () => {
  const strangers = file(
    'strangers.json',
    JSON.stringify(toKeySet([createSigningKey(new Uint8Array(32).fill(8))], { issuer: 'ANAM', issuedAt })),
  );
  const { code, said } = await verify('--text', card, '--keys', strangers, '--on', '2027-02-01');
  expect(code).toBe(1);
  expect(said).toBe('Code falsifié\u00a0: aucune clé de cette liste ne l’a signé.\n');
});

test('a picture without a code is unreadable', async () => {
  const { code, said } = await verify('--image', file('empty.png', 'nothing'), '--revocations', none);
  expect([code, said]).toEqual([1, 'Code illisible\u00a0: ce n’est pas un code RAMED complet.\n']);
});

test('a machine gets one JSON object', async () => {
  const { said } = await verify('--text', card, '--revocations', none, '--on', '2027-02-01', '--json');
  expect(JSON.parse(said)).toMatchObject({
    verdict: 'valid',
    claims: { registrationNumber: '201504127733', validUntil: '2029-04-01' },
    on: '2027-02-01',
    revocationsIssuedAt: '2027-01-12T06:00:00Z',
  });
});

test.each([
  ['no code', []],
  ['two codes', ['--text', card, '--image', image]],
  ['a word too many', ['--text', card, 'quickly']],
  ['a day that does not exist', ['--text', card, '--on', '2027-02-30']],
  ['a language we do not speak', ['--text', card, '--language', 'de']],
  ['keys that are not there', ['--text', card, '--keys', join(folder, 'absent.json')]],
  ['keys that are no keys', ['--text', card, '--keys', revocations]],
  ['a list that was asked for and is not there', ['--text', card, '--revocations', join(folder, 'absent.json')]],
  [
    'a list that somebody changed',
    ['--text', card, '--revocations', file('changed.json', JSON.stringify({ ...lost, revocations: [] }))],
  ],
  ['an option that does not exist', ['--text', card, '--trust-me']],
])('it is wrong use to give %s', async (_, args) => {
  await expect(verify(...args)).rejects.toThrow(UsageError);
});
