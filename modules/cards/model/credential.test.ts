import { generateKeyPairSync, sign } from 'node:crypto';
import { COSEKey, Sign1 } from '@auth0/cose';
import { Encoder } from 'cbor-x';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSigningKey, cardClaims, day, instant, keysOf, receiptClaims } from '../testing/credentials.ts';
import { parseBase45, toBase45 } from './base45.ts';
import { signCose } from './cose-signing.ts';
import { issueCredential, verifyCredential, verifyToken } from './credential.ts';
import { encodeClaims } from './credential-claims.ts';
import { issueRevocationList, parseRevocationList } from './revocations.ts';

const encoder = new Encoder({ mapsAsObjects: false, useRecords: false, variableMapSize: true, tagUint8Array: false });
const key = aSigningKey();
const publicKeys = keysOf(key);
const on = day('2027-01-15');
const card = issueCredential(cardClaims(), key);
const verdictOf = (text: string) => verifyCredential(text, { publicKeys, on });
const verdictOfBytes = (bytes: Uint8Array) => verdictOf(`RMD1:${toBase45(bytes)}`);

test('a card says whose it is, and until when', () => {
  expect(verdictOf(card.text)).toEqual({ verdict: 'valid', claims: cardClaims(), keyId: key.id });
});

test('a receipt says that it is one', () => {
  const receipt = issueCredential(receiptClaims(), key);
  expect(verifyCredential(receipt.text, { publicKeys, on: day('2026-02-01') })).toMatchObject({
    verdict: 'valid',
    claims: receiptClaims(),
  });
});

test('a card is good from its first day to its last, both included', () => {
  const verdictOn = (text: string) => verifyCredential(card.text, { publicKeys, on: day(text) }).verdict;
  expect(['2026-04-01', '2026-04-02', '2029-04-01', '2029-04-02'].map(verdictOn)).toEqual([
    'not-yet-valid',
    'valid',
    'valid',
    'expired',
  ]);
});

test('a card reported lost is revoked from that day on, not before', () => {
  const list = issueRevocationList(
    [{ credential: 'C26000417', since: day('2027-01-10'), reason: 'lost' }],
    instant('2027-01-12T06:00:00Z'),
    key,
  );
  const revocations = parseRevocationList(list, publicKeys);
  if ('refused' in revocations) throw new Error(revocations.refused);
  expect(verifyCredential(card.text, { publicKeys, revocations, on })).toMatchObject({
    verdict: 'revoked',
    revocation: { reason: 'lost' },
  });
  expect(verifyCredential(card.text, { publicKeys, revocations, on: day('2027-01-09') }).verdict).toBe('valid');
});

test('the same family and key always give the same code', () => {
  expect(issueCredential(cardClaims(), aSigningKey()).text).toBe(card.text);
});

test('the code of a usual family takes at most 200 bytes, that of the largest stays readable', () => {
  const largest = cardClaims({
    names: { latin: 'BENCHEKROUN EL IDRISSI EL HASSANI Fatima Zahra', arabic: 'فاطمة الزهراء بنشقرون الإدريسي الحسني' },
    birthYears: Array.from({ length: 14 }, (_, child) => 2000 + child),
  });
  expect(card.token.length).toBeLessThanOrEqual(200);
  expect(issueCredential(largest, key).token.length).toBeLessThanOrEqual(240);
});

test('a card signed by a key that is not published is forged', () => {
  expect(verdictOf(issueCredential(cardClaims(), aSigningKey(2)).text)).toEqual({ verdict: 'forged', reason: 'unknown-key' });
});

test('a stranger who signs under our key id is found out', () => {
  const stranger = { ...aSigningKey(2), id: key.id };
  expect(verdictOf(issueCredential(cardClaims(), stranger).text)).toEqual({ verdict: 'forged', reason: 'signature' });
});

test('changing one byte, anywhere, never leaves a valid card', () => {
  fc.assert(
    fc.property(fc.nat(card.token.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const altered = Uint8Array.from(card.token);
      altered[at] = (altered[at] ?? 0) ^ change;
      expect(['forged', 'unreadable']).toContain(verdictOfBytes(altered).verdict);
    }),
    { numRuns: 2000 },
  );
});

test('a code cut short, lengthened or shuffled has a verdict, and it is not valid', () => {
  for (let length = 0; length < card.text.length; length += 1)
    expect(verdictOf(card.text.slice(0, length)).verdict).not.toBe('valid');
  expect(verdictOfBytes(Buffer.concat([card.token, Buffer.from([0])])).verdict).toBe('unreadable');
  expect(verdictOfBytes(Buffer.concat([card.token, card.token])).verdict).toBe('unreadable');
});

test('whatever people paste, there is a verdict and no failure', () => {
  const verdicts = ['valid', 'expired', 'not-yet-valid', 'forged', 'revoked', 'unreadable'];
  const pasted = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme' }).map((text) => `RMD1:${text}`),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => `RMD1:${toBase45(bytes)}`),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => `RMD1:${toBase45(Buffer.concat([Buffer.from([0xd2, 0x84]), bytes]))}`),
  );
  fc.assert(
    fc.property(pasted, (text) => {
      expect(verdicts).toContain(verdictOf(text).verdict);
      expect(verdictOf(text).verdict).not.toBe('valid');
    }),
    { numRuns: 3000 },
  );
});

test('lower case, line breaks and spaces around come from pasting and do no harm', () => {
  const wrapped = `  ${card.text.slice(0, 60)}\r\n${card.text.slice(60).toLowerCase()}\n`;
  expect(verdictOf(wrapped).verdict).toBe('valid');
  expect(verdictOf(card.text.normalize('NFD')).verdict).toBe('valid');
});

test('a text of a megabyte is not even read', () => {
  expect(verdictOf(`RMD1:${'A'.repeat(1_000_000)}`)).toEqual({ verdict: 'unreadable', reason: 'too-long' });
});

test.each([
  ['no algorithm', { 1: 0 }],
  ['ES256', { 1: -7 }],
  ['ES256 under our key id', { 1: -7, 4: Buffer.from(key.id, 'hex') }],
  ['HMAC keyed with the public key', { 1: 5, 4: Buffer.from(key.id, 'hex') }],
  ['no key id', { 1: -8 }],
])('a header that asks for another check is forged: %s', (_, header) => {
  expect(verdictOfBytes(coseWith({ header: headerOf(header) }))).toEqual({ verdict: 'forged', reason: 'header' });
});

test.each([
  ['an unsigned claims set', Buffer.from(encodeClaims(cardClaims()))],
  ['tag 17', Buffer.from(card.token).fill(0xd1, 0, 1)],
  ['no tag', Buffer.from(card.token.subarray(1))],
  ['an array of five', Buffer.from(card.token).fill(0x85, 1, 2)],
  ['an array without length', Buffer.concat([Buffer.from('d29f', 'hex'), card.token.subarray(2), Buffer.from('ff', 'hex')])],
  ['a length of eight bytes', Buffer.from('d2845bffffffffffffffff00', 'hex')],
  ['a byte string without length', Buffer.from('d2845f41a1ffa04000', 'hex')],
  ['arrays in arrays a thousand deep', Buffer.alloc(1000, 0x81)],
  ['something in the unprotected header', coseWith({ unprotected: 'a10126' })],
])('%s is unreadable', (_, bytes) => {
  expect(verdictOfBytes(bytes)).toEqual({ verdict: 'unreadable', reason: 'token' });
});

test.each([
  ['not a map', Buffer.from('83010203', 'hex')],
  ['empty', Buffer.alloc(0)],
  [
    'a key twice',
    Buffer.concat([Buffer.from([0xa7]), encodeClaims(cardClaims()).subarray(1), Buffer.from('0564414e414d', 'hex')]),
  ],
  ['more after the end', Buffer.concat([encodeClaims(cardClaims()), Buffer.from([0])])],
  ['a map without length', Buffer.concat([Buffer.from([0xbf]), encodeClaims(cardClaims()).subarray(1), Buffer.from([0xff])])],
  [
    'a later version',
    Buffer.from(
      Buffer.from(encodeClaims(cardClaims())).toString('hex').replace('3a0001000086', '3a000100008602').replace('860201', '8602'),
      'hex',
    ),
  ],
  ['a revocation list', Buffer.from('ramed.revocations/1')],
])('a payload that is no claims set of this version is unreadable even under our signature: %s', (_, payload) => {
  expect(verifyToken(signCose(payload, key), { publicKeys, on })).toEqual({ verdict: 'unreadable', reason: 'claims' });
});

test.each([
  ['no issuer', { issuer: '' }],
  ['a validity that ends before it begins', { validUntil: day('2026-04-01') }],
  ['a birth year before living memory', { birthYears: [1788] }],
  ['a serial with spaces', { cardSerial: 'A B C D' }],
])('no card is signed with %s', (_, changes) => {
  expect(() => issueCredential(cardClaims(changes), key)).toThrow(RangeError);
});

test('another COSE library reads and believes the card, and refuses it under another key', async () => {
  const opened = Sign1.decode(card.token);
  const publicKey = await COSEKey.fromJWK(key.publicKey.export({ format: 'jwk' }) as never).toKeyLike();
  const other = await COSEKey.fromJWK(aSigningKey(2).publicKey.export({ format: 'jwk' }) as never).toKeyLike();
  await expect(opened.verify(publicKey)).resolves.not.toThrow();
  await expect(opened.verify(other)).rejects.toThrow();
});

test('the text of the code is the bytes of the token', () => {
  expect(Buffer.from(parseBase45(card.text.slice('RMD1:'.length)) ?? [])).toEqual(Buffer.from(card.token));
});

/** A token whose parts a forger chose, signed as well as a forger can. */
function coseWith({ header = headerOf({ 1: -8, 4: Buffer.from(key.id, 'hex') }), unprotected = 'a0' }): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519');
  const payload = encodeClaims(cardClaims());
  const signature = sign(null, payload, privateKey);
  const bytes = (value: Uint8Array) => encoder.encode(Buffer.from(value));
  return Buffer.concat([
    Buffer.from([0xd2, 0x84]),
    bytes(header),
    Buffer.from(unprotected, 'hex'),
    bytes(payload),
    bytes(signature),
  ]);
}

function headerOf(entries: Readonly<Record<number, unknown>>): Buffer {
  return encoder.encode(new Map(Object.entries(entries).map(([label, value]) => [Number(label), value])));
}
