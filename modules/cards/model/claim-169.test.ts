import { createPublicKey, verify } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import published from '../testing/claim-169-vectors.json' with { type: 'json' };
import { aSigningKey, cardClaims, day, keysOf } from '../testing/credentials.ts';
import { toBase45 } from './base45.ts';
import { type Claim169, checkClaim169 } from './claim-169.ts';
import { signCose } from './cose-signing.ts';
import type { SignatureCheck } from './credential-text.ts';
import { issueClaim169 } from './issue-claim-169.ts';
import { checkBy } from './snapshot/seal-manifest.ts';

const key = aSigningKey();
const check = checkBy(keysOf(key));
const everything: SignatureCheck = async () => true;
const vectorNamed = (name: string) => {
  const found = published.vectors.find((vector) => vector.name === name);
  if (!found) throw new Error(`no vector ${name}`);
  return found;
};

test.each(published.vectors.filter(({ signed }) => signed !== 'by ECDSA'))(
  'the published vector $name says what it is published to say',
  async ({ text, identity, meta }) => {
    expect(await checkClaim169(text, everything)).toMatchObject({ identity, ...meta });
  },
);

test('the published signature is good by the published key, and by no other', async () => {
  const { text, signed } = vectorNamed('ed25519-signed');
  const x = Buffer.from(signed, 'hex').toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const byPublished: SignatureCheck = async ({ toBeSigned, signature }) => verify(null, toBeSigned, publicKey, signature);
  expect(await checkClaim169(text, byPublished)).toMatchObject({ identity: { id: 'ID-SIGNED-001' } });
  expect(await checkClaim169(text, check)).toEqual({ fault: 'unknown-key' });
  const byOther: SignatureCheck = async ({ toBeSigned, signature }) => verify(null, toBeSigned, key.publicKey, signature);
  expect(await checkClaim169(text, byOther)).toEqual({ fault: 'signature' });
});

test.each(['demographics-full', 'expired', 'claim169-example'])(
  '%s, which no key of ours signed, is not believed',
  async (name) => {
    expect(await checkClaim169(vectorNamed(name).text, check)).toEqual({ fault: 'unknown-key' });
  },
);

test('another algorithm than ours is refused before its signature is looked at', async () => {
  expect(await checkClaim169(vectorNamed('ecdsa-p256-signed').text, everything)).toEqual({ fault: 'header' });
});

test('a card in that form says its number, its serial, its days and its head in two scripts, signed by the key of cards', async () => {
  const claims = cardClaims();
  const text = issueClaim169(claims, key);
  expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  expect(text).toBe(issueClaim169(claims, key));
  expect(await checkClaim169(text, check)).toEqual({
    issuer: 'ANAM',
    subject: claims.registrationNumber,
    tokenId: claims.cardSerial,
    notBefore: Date.parse('2026-04-02') / 1_000,
    expiresAt: Date.parse('2029-04-02') / 1_000,
    identity: {
      id: claims.registrationNumber,
      version: '1.0',
      language: 'fra',
      fullName: claims.names.latin,
      secondaryFullName: claims.names.arabic,
      secondaryLanguage: 'ara',
      countryOfIssuance: 'MA',
    },
  });
  const inArabic = issueClaim169(cardClaims({ names: { latin: '', arabic: 'فاطمة' }, validUntil: day('2029-04-01') }), key);
  const { identity } = (await checkClaim169(inArabic, check)) as Claim169;
  expect(identity).toMatchObject({ fullName: 'فاطمة', language: 'ara' });
});

test('a card that was changed by one letter is not believed', async () => {
  const text = issueClaim169(cardClaims(), key);
  for (let at = 5; at < text.length; at += 7) {
    const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    expect(Object.keys(await checkClaim169(changed, check))).toEqual(['fault']);
  }
});

test('what is no such code, or unpacks without end, is unreadable', async () => {
  const bomb = toBase45(deflateSync(Buffer.alloc(1_000_000)));
  const noClaim = toBase45(deflateSync(signCose(Uint8Array.from([0xa0]), key)));
  for (const text of ['', 'HELLO', 'ÉÉÉ', 'A'.repeat(5_000), bomb, noClaim, toBase45(Buffer.from('not packed'))])
    expect(await checkClaim169(text, check)).toEqual({ fault: 'unreadable' });
});
