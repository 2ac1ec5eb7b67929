import { beforeAll, expect, test } from 'vitest';
import { dossierCode, encodeAnswers, provisionalCode } from '#modules/applications';
import {
  createSigningKey,
  issueCredential,
  type SealedPart,
  type SignatureCheck,
  signCose,
  toKeySet,
  toSealedParts,
} from '#modules/cards';
import { Temporal, toDate } from '#platform/dates';
import { withCheckDigit } from '#platform/numbers';
import { population } from '../../../../modules/applications/testing/population/index.ts';
import { cardClaims, receiptClaims } from '../../../../modules/cards/testing/credentials.ts';
import { loadTrustedKeys } from './public-keys.ts';
import { signatureCheck, verifyByLibrary } from './signature-check.ts';
import { whatCode } from './what-code.ts';

const key = createSigningKey(new Uint8Array(32).fill(1));
const stranger = createSigningKey(new Uint8Array(32).fill(2));
const published = JSON.stringify(toKeySet([key], { issuer: 'ANAM', issuedAt: Temporal.Instant.from('2026-01-01T00:00:00Z') }));
const kept = new Map<string, string>();
const shelf = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => kept.set(name, text),
};
const answering = async () => new Response(published);
const unreachable = async () => {
  throw new TypeError('no line');
};

let check: SignatureCheck;
beforeAll(async () => {
  const keys = await loadTrustedKeys(shelf as never, answering as never);
  if (keys === undefined) throw new Error('the keys were published');
  check = signatureCheck(keys);
});

const on = toDate('2026-11-28');
const read = (text: string, before: readonly SealedPart[] = []) => whatCode(text, { check: async () => check, on, before });

const options = { households: 200, seed: 'what', filedFrom: '2026-09-01', filedTo: '2026-11-20', errors: 'none' } as const;
const families = [...population(options)].map(({ declaration }) => declaration);
function answersOf(persons: (count: number) => boolean) {
  const declaration = families.find(({ members }) => persons(members.length));
  if (declaration === undefined) throw new Error('no such family in the population');
  return { number: '202600000018', language: 'ar', declaration } as const;
}
const small = answersOf((count) => count <= 4);
const contact = { phone: '+212612345678', email: 'aicha@example.ma', address: '12, rue 4, Hay Salam', wants_notices: true };
const large = { ...answersOf((count) => count >= 9), contact };
const number = withCheckDigit('20260412773');
const codesOf = (answers: typeof small | typeof large, by = key) => toSealedParts(signCose(encodeAnswers(answers), by));

test('a dossier of a small family is opened by one code, without a network', async () => {
  const [code = ''] = codesOf(small);
  expect(await read(code)).toEqual({ kind: 'answers', answers: small });
  expect(await read(`${code}\r\n`)).toEqual({ kind: 'answers', answers: small });
});

test('a large family has two codes: each says what is missing, in whatever order they come, and the same one again is nothing new', async () => {
  const [first = '', second = ''] = codesOf(large);
  const half = await read(second);
  expect(half).toMatchObject({ kind: 'part', missing: [1], isOther: false });
  const parts = 'parts' in half ? half.parts : [];
  expect(await read(second, parts)).toMatchObject({ kind: 'part', missing: [1] });
  expect(await read(first, parts)).toEqual({ kind: 'answers', answers: large });
});

test('a code of another dossier is not mixed with the first', async () => {
  const [, second = ''] = codesOf(large);
  const [, other = ''] = codesOf({ ...large, number: '202600000026' } as typeof large);
  const half = await read(second);
  expect(await read(other, 'parts' in half ? half.parts : [])).toMatchObject({ kind: 'part', missing: [1], isOther: true });
});

test.each([
  ['a dossier that another house signed', () => codesOf(small, stranger)[0], 'forged'],
  ['one signed by a stranger under our key', () => codesOf(small, { ...stranger, id: key.id })[0], 'forged'],
  ['a dossier with a letter changed', () => changed(codesOf(small)[0] ?? '', 60), 'forged'],
  ['one that is cut', () => codesOf(small)[0]?.slice(0, 200), 'damaged'],
  ['a dossier of a later version', () => 'RMA2:11ABC', 'other-version'],
  ['answers of a later layout', () => laterLayout(), 'other-version'],
  ['a kind of code not known yet', () => 'RMX1:ABC', 'other-version'],
  ['a receipt of a later version', () => 'RMD2:ABC', 'other-version'],
  ['a card signed by a stranger', () => issueCredential(cardClaims(), stranger).text, 'forged'],
  ['a receipt that is cut', () => issueCredential(receiptClaims(), key).text.slice(0, 90), 'damaged'],
  ['the square of a dossier with a part missing', () => 'dossierfgdeo', 'damaged'],
  ['a number with a slip', () => number.replace(/.$/, (last) => String((Number(last) + 1) % 10)), 'slip'],
  ['the code of a shop', () => 'https://example.ma/menu', 'unknown'],
  ['nothing', () => '', 'unknown'],
])('%s is told for what it is', async (_what, text, kind) => {
  expect(await read(text() ?? '')).toEqual({ kind });
});

test('a receipt, a card, the square of a dossier, a provisional receipt and a number each lead on', async () => {
  expect(await read(issueCredential(receiptClaims(), key).text)).toEqual({ kind: 'receipt', number: '201504127733' });
  expect(await read(issueCredential(cardClaims(), key).text)).toEqual({ kind: 'card', claims: cardClaims(), standing: 'valid' });
  expect(await read(dossierCode('202600000018', new Uint8Array(32)))).toEqual({ kind: 'dossier', number: '202600000018' });
  const application = '0193b5a0-1111-7222-8333-444455556666';
  expect(await read(provisionalCode(application))).toEqual({ kind: 'provisional', application });
  const inArabicFigures = number.replace(/\d/g, (figure) => String.fromCharCode(0x660 + Number(figure)));
  expect(await read(inArabicFigures)).toEqual({ kind: 'number', number });
});

test('without the keys of the house nothing signed is believed, and what needs none still leads on', async () => {
  const unknowing = { check: async () => undefined, on, before: [] };
  expect(await whatCode(codesOf(small)[0] ?? '', unknowing)).toEqual({ kind: 'no-keys' });
  expect(await whatCode(issueCredential(cardClaims(), key).text, unknowing)).toEqual({ kind: 'no-keys' });
  expect(await whatCode(number, unknowing)).toMatchObject({ kind: 'number' });
});

test('the keys are kept for when there is no line, and a page of a hotel is no key set', async () => {
  expect([...((await loadTrustedKeys(shelf as never, unreachable as never))?.keys() ?? [])]).toEqual([key.id]);
  const portal = async () => new Response('<html>Welcome</html>');
  expect([...((await loadTrustedKeys(shelf as never, portal as never))?.keys() ?? [])]).toEqual([key.id]);
  const empty = { getItem: () => null, setItem: () => undefined };
  expect(await loadTrustedKeys(empty, unreachable as never)).toBeUndefined();
  const swapped = published.replace(key.id, stranger.id);
  expect(await loadTrustedKeys(empty, (async () => new Response(swapped)) as never)).toBeUndefined();
});

test('a browser that knows no Ed25519 believes and disbelieves the same', async () => {
  const keys = await loadTrustedKeys(shelf as never, unreachable as never);
  const byLibrary = signatureCheck(keys ?? new Map(), verifyByLibrary);
  const world = { check: async () => byLibrary, on, before: [] };
  expect(await whatCode(codesOf(small)[0] ?? '', world)).toMatchObject({ kind: 'answers' });
  expect(await whatCode(changed(codesOf(small)[0] ?? '', 60), world)).toEqual({ kind: 'forged' });
});

function changed(text: string, at: number): string {
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

function laterLayout(): string {
  const bytes = encodeAnswers(small);
  bytes[2] = 2;
  return toSealedParts(signCose(bytes, key))[0] ?? '';
}
