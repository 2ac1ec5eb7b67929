import { sign, verify } from 'node:crypto';
import { buildCose, type CoseFault, parseCose, toBeSigned } from './cose-sign1.ts';
import type { PublicKeys, SigningKey } from './signing-keys.ts';

/** A tagged COSE_Sign1 with EdDSA; the same key and payload always give the same bytes. */
export function signCose(payload: Uint8Array, key: SigningKey): Uint8Array {
  return buildCose(payload, key.id, sign(null, toBeSigned(payload, key.id), key.privateKey));
}

/** The payload when one of the keys signed it. */
export function openCose(token: Uint8Array, keys: PublicKeys): { payload: Uint8Array; keyId: string } | { fault: CoseFault } {
  const parts = parseCose(token);
  if ('fault' in parts) return parts;
  const { keyId, payload, signature, toBeSigned: signed } = parts;
  const key = keys.get(keyId);
  if (!key) return { fault: 'unknown-key' };
  return verify(null, signed, key, signature) ? { payload, keyId } : { fault: 'signature' };
}
