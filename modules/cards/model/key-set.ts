// As a namespace: a browser gets only what is used of it.
import * as z from 'zod';

/** The published key set, `ramed.keys/1`: an issuer and its keys as JSON Web Keys (RFC 8037), newest first. */
export type KeySet = z.infer<typeof KeySet>;

const PublicJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kid: z.string().regex(/^[0-9a-f]{8}$/),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
});

export const KeySet = z.object({
  format: z.literal('ramed.keys/1'),
  issuer: z.string().min(1).max(40),
  issued_at: z.iso.datetime(),
  keys: z.array(PublicJwk).min(1).max(100),
});
