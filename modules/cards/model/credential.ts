import { Temporal } from 'temporal-polyfill';
import { parseBase45, toBase45 } from './base45.ts';
import { type CoseFault, openCose, signCose } from './cose-sign1.ts';
import { type CredentialClaims, decodeClaims, encodeClaims } from './credential-claims.ts';
import { type Revocation, type Revocations, revocableId } from './revocations.ts';
import type { PublicKeys, SigningKey } from './signing-keys.ts';

/** A signed credential: the bytes, and the text its QR carries. */
export type Credential = { readonly token: Uint8Array; readonly text: string };

/** What is known of a code on a day. Claims are given only when the signature is good. */
export type Verdict =
  | { readonly verdict: 'valid' | 'not-yet-valid' | 'expired'; readonly claims: CredentialClaims; readonly keyId: string }
  | { readonly verdict: 'revoked'; readonly claims: CredentialClaims; readonly keyId: string; readonly revocation: Revocation }
  | { readonly verdict: 'forged'; readonly reason: Exclude<CoseFault, 'shape'> }
  | { readonly verdict: 'unreadable'; readonly reason: 'too-long' | 'prefix' | 'base45' | 'token' | 'claims' };

export type Verification = {
  readonly publicKeys: PublicKeys;
  /** Absent: the verifier has no list, and revoked credentials pass for valid. */
  readonly revocations?: Revocations | undefined;
  readonly on: Temporal.PlainDate;
};

/** Names the scheme and the version of the envelope, in letters of the QR alphanumeric mode. */
const PREFIX = 'RMD1:';

/** Five times the longest credential: nothing longer is worth reading. */
const LONGEST_TEXT = 2000;

/**
 * A CWT (RFC 8392) in a tagged COSE_Sign1 (RFC 9052, EdDSA), and the same as `RMD1:` and base45. The same claims and key always
 * give the same bytes. Throws a RangeError on claims that no card could carry.
 */
export function issueCredential(claims: CredentialClaims, signingKey: SigningKey): Credential {
  const token = signCose(encodeClaims(claims), signingKey);
  return { token, text: PREFIX + toBase45(token) };
}

/** Says what a code is worth, offline. Any text has a verdict; nothing is thrown. */
export function verifyCredential(text: string, verification: Verification): Verdict {
  if (text.length > LONGEST_TEXT) return { verdict: 'unreadable', reason: 'too-long' };
  const code = asPrinted(text);
  if (!code.startsWith(PREFIX)) return { verdict: 'unreadable', reason: 'prefix' };
  const token = parseBase45(code.slice(PREFIX.length));
  return token ? verifyToken(token, verification) : { verdict: 'unreadable', reason: 'base45' };
}

/** The same for the bytes, as a chip or a partner's message may carry them. */
export function verifyToken(token: Uint8Array, { publicKeys, revocations, on }: Verification): Verdict {
  const opened = openCose(token, publicKeys);
  if ('fault' in opened) return rejected(opened.fault);
  const claims = decodeClaims(opened.payload);
  if (!claims) return { verdict: 'unreadable', reason: 'claims' };
  const { keyId } = opened;
  const revocation = revocations?.byCredential.get(revocableId(claims));
  if (revocation && Temporal.PlainDate.compare(revocation.since, on) <= 0)
    return { verdict: 'revoked', claims, keyId, revocation };
  return { verdict: verdictByDate(claims, on), claims, keyId };
}

/** Line breaks and lower case come from messages and pasting; neither exists in base45, while a space inside is data. */
function asPrinted(text: string): string {
  return text
    .replaceAll(/[\t\r\n]/g, '')
    .trim()
    .toUpperCase();
}

function rejected(fault: CoseFault): Verdict {
  return fault === 'shape' ? { verdict: 'unreadable', reason: 'token' } : { verdict: 'forged', reason: fault };
}

function verdictByDate(claims: CredentialClaims, on: Temporal.PlainDate): 'valid' | 'not-yet-valid' | 'expired' {
  if (Temporal.PlainDate.compare(on, claims.validFrom) < 0) return 'not-yet-valid';
  return Temporal.PlainDate.compare(on, claims.validUntil) > 0 ? 'expired' : 'valid';
}
