import { createHash, createHmac, verify } from 'node:crypto';
import { signCose } from '../cose-signing.ts';
import type { SignatureCheck } from '../credential-text.ts';
import type { PublicKeys, SigningKey } from '../signing-keys.ts';
import { contentOf, type Hashes, type Manifest, sealedContent, type Unsealed } from './manifest.ts';

export function digestOfManifest(manifest: Unsealed): string {
  return createHash('sha256').update(contentOf(manifest)).digest('hex');
}

export function sealManifest(manifest: Unsealed, key: SigningKey): Manifest {
  const token = signCose(Buffer.from(sealedContent(digestOfManifest(manifest))), key);
  return { ...manifest, seal: Buffer.from(token).toString('base64url') };
}

/** How Node hashes and checks, for whoever reads a snapshot outside a browser. */
export const nodeHashes: Hashes = {
  sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
  hmac: async (key, text) => createHmac('sha256', key).update(text).digest(),
};

export function checkBy(keys: PublicKeys): SignatureCheck {
  return async ({ keyId, toBeSigned, signature }) => {
    const key = keys.get(keyId);
    return key && verify(null, toBeSigned, key, signature);
  };
}
