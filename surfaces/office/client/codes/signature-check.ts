import type { SignatureCheck } from '#modules/cards';
import type { TrustedKeys } from './public-keys.ts';

type Verify = (key: Uint8Array, signed: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** Checks signatures with the keys of this computer: by the browser itself where it knows Ed25519, else by a small library. */
export function signatureCheck(keys: TrustedKeys, verify: Verify = verifyHere): SignatureCheck {
  return async ({ keyId, toBeSigned, signature }) => {
    const key = keys.get(keyId);
    return key && verify(key, toBeSigned, signature);
  };
}

async function verifyHere(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const own = await importKey(key);
  if (own === undefined) return verifyByLibrary(key, signed, signature);
  return crypto.subtle.verify('Ed25519', own, Uint8Array.from(signature), Uint8Array.from(signed));
}

async function importKey(key: Uint8Array): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', Uint8Array.from(key), 'Ed25519', false, ['verify']);
  } catch {
    return undefined;
  }
}

/** By the strict rules of RFC 8032, as the browsers and the server check. */
export async function verifyByLibrary(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const { verifyAsync } = await import('@noble/ed25519');
  return verifyAsync(signature, signed, key, { zip215: false });
}
