import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type Refusal, refuse } from '#platform/refusals';
import { KeySet } from './key-set.ts';

/** An Ed25519 key that signs credentials. `id`: the first four bytes of the SHA-256 of the public key, in hexadecimal. */
export type SigningKey = { readonly id: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject };

/** The public keys a verifier trusts, by key id. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/** PKCS #8 of an Ed25519 key is these sixteen bytes, then the 32 bytes of the seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key from 32 bytes drawn at random; from the same bytes always the same one. */
export function createSigningKey(seed: Uint8Array): SigningKey {
  return toSigningKey(createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' }));
}

export function toPem(key: SigningKey): string {
  return key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Throws when the text is not an Ed25519 private key: a key file that cannot be read is an outage, not a refusal. */
export function parsePem(pem: string): SigningKey {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The signing key is not an Ed25519 private key.');
  return toSigningKey(key);
}

/** What is published so that anyone can verify: no secret in it. */
export function toKeySet(keys: readonly SigningKey[], publication: { issuer: string; issuedAt: Temporal.Instant }): KeySet {
  return {
    format: 'ramed.keys/1',
    issuer: publication.issuer,
    issued_at: publication.issuedAt.toString(),
    keys: keys.map((key) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      x: publicBytes(key.publicKey).toString('base64url'),
      kid: key.id,
      alg: 'EdDSA',
      use: 'sig',
    })),
  };
}

/** Refuses `key-set-unreadable` when the JSON is not a `ramed.keys/1` or a key does not carry its own id. */
export function parseKeySet(json: unknown): PublicKeys | Refusal<'key-set-unreadable'> {
  const set = KeySet.safeParse(json);
  if (!set.success) return refuse('key-set-unreadable', { place: set.error.issues[0]?.path.join('.') ?? '' });
  const keys = new Map<string, KeyObject>();
  for (const [index, { kid, kty, crv, x }] of set.data.keys.entries()) {
    const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
    if (keyId(key) !== kid) return refuse('key-set-unreadable', { place: `keys.${index}.kid` });
    keys.set(kid, key);
  }
  return keys;
}

function toSigningKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  return { id: keyId(publicKey), privateKey, publicKey };
}

function keyId(publicKey: KeyObject): string {
  return createHash('sha256').update(publicBytes(publicKey)).digest('hex').slice(0, 8);
}

function publicBytes(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}
