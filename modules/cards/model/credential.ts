import { openCose, signCose } from './cose-signing.ts';
import { type CredentialClaims, encodeClaims } from './credential-claims.ts';
import { type Asked, rejected, textOfToken, tokenOfText, type Verdict, verdictOf } from './credential-text.ts';
import type { PublicKeys, SigningKey } from './signing-keys.ts';

/** A signed credential: the bytes, and the text its QR carries. */
export type Credential = { readonly token: Uint8Array; readonly text: string };

export type Verification = Asked & { readonly publicKeys: PublicKeys };

/**
 * A CWT (RFC 8392) in a tagged COSE_Sign1 (RFC 9052, EdDSA), and the same as `RMD1:` and base45. The same claims and key always
 * give the same bytes. Throws a RangeError on claims that no card could carry.
 */
export function issueCredential(claims: CredentialClaims, signingKey: SigningKey): Credential {
  const token = signCose(encodeClaims(claims), signingKey);
  return { token, text: textOfToken(token) };
}

/** Says what a code is worth, offline. Any text has a verdict; nothing is thrown. */
export function verifyCredential(text: string, verification: Verification): Verdict {
  const token = tokenOfText(text);
  return 'verdict' in token ? token : verifyToken(token, verification);
}

/** The same for the bytes, as a chip or a partner's message may carry them. */
export function verifyToken(token: Uint8Array, { publicKeys, ...asked }: Verification): Verdict {
  const opened = openCose(token, publicKeys);
  return 'fault' in opened ? rejected(opened.fault) : verdictOf(opened, asked);
}
