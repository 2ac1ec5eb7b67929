import { Temporal } from 'temporal-polyfill';
import { parseBase45, toBase45 } from './base45.ts';
import { type CoseFault, parseCose, type SignedParts } from './cose-sign1.ts';
import { type CredentialClaims, decodeClaims } from './credential-claims.ts';
import type { Revocation, Revocations } from './revocations.ts';

/** What is known of a code on a day. Claims are given only when the signature is good. */
export type Verdict =
  | { readonly verdict: 'valid' | 'not-yet-valid' | 'expired'; readonly claims: CredentialClaims; readonly keyId: string }
  | { readonly verdict: 'revoked'; readonly claims: CredentialClaims; readonly keyId: string; readonly revocation: Revocation }
  | Unbelieved;
type Unbelieved =
  | { readonly verdict: 'forged'; readonly reason: Exclude<CoseFault, 'shape'> }
  | { readonly verdict: 'unreadable'; readonly reason: 'too-long' | 'prefix' | 'base45' | 'token' | 'claims' };

/** On which day a code is asked about, and which ones are worth nothing any more; without a list revoked credentials pass for valid. */
export type Asked = { readonly revocations?: Revocations | undefined; readonly on: Temporal.PlainDate };

/** Whether the key that a token names made its signature; undefined when no such key is trusted. */
export type SignatureCheck = (parts: SignedParts) => Promise<boolean | undefined>;

/** Names the scheme and the version of the envelope, in letters of the QR alphanumeric mode. */
const PREFIX = 'RMD1:';

/** Five times the longest credential: nothing longer is worth reading. */
const LONGEST_TEXT = 2000;

export function textOfToken(token: Uint8Array): string {
  return PREFIX + toBase45(token);
}

/** The bytes that a code carries, or why it carries none. */
export function tokenOfText(text: string): Uint8Array | Unbelieved {
  if (text.length > LONGEST_TEXT) return { verdict: 'unreadable', reason: 'too-long' };
  const code = asPrinted(text);
  if (!code.startsWith(PREFIX)) return { verdict: 'unreadable', reason: 'prefix' };
  return parseBase45(code.slice(PREFIX.length)) ?? { verdict: 'unreadable', reason: 'base45' };
}

export function rejected(fault: CoseFault): Unbelieved {
  return fault === 'shape' ? { verdict: 'unreadable', reason: 'token' } : { verdict: 'forged', reason: fault };
}

/** What a payload whose signature was found good is worth. */
export function verdictOf(signed: { readonly payload: Uint8Array; readonly keyId: string }, asked: Asked): Verdict {
  const { keyId } = signed;
  const claims = decodeClaims(signed.payload);
  if (!claims) return { verdict: 'unreadable', reason: 'claims' };
  const revocation = asked.revocations?.byCredential.get(revocableId(claims));
  if (revocation && Temporal.PlainDate.compare(revocation.since, asked.on) <= 0)
    return { verdict: 'revoked', claims, keyId, revocation };
  return { verdict: verdictByDate(claims, asked.on), claims, keyId };
}

/** Says what a code is worth where signatures are checked by a browser, offline. Any text has a verdict; nothing is thrown. */
export async function checkCredential(text: string, check: SignatureCheck, asked: Asked): Promise<Verdict> {
  const token = tokenOfText(text);
  if ('verdict' in token) return token;
  const opened = await openToken(token, check);
  return 'fault' in opened ? rejected(opened.fault) : verdictOf(opened, asked);
}

/** The payload of a token when a key that is trusted signed it. */
export async function openToken(
  token: Uint8Array,
  check: SignatureCheck,
): Promise<{ readonly payload: Uint8Array; readonly keyId: string } | { readonly fault: CoseFault }> {
  const parts = parseCose(token);
  if ('fault' in parts) return parts;
  const isGood = await check(parts);
  if (isGood === undefined) return { fault: 'unknown-key' };
  return isGood ? { payload: parts.payload, keyId: parts.keyId } : { fault: 'signature' };
}

/** Under what name a credential is revoked. */
function revocableId(claims: CredentialClaims): string {
  return claims.kind === 'card' ? claims.cardSerial : claims.receiptNumber;
}

/** Line breaks and lower case come from messages and pasting; neither exists in base45, while a space inside is data. */
export function asPrinted(text: string): string {
  return text
    .replaceAll(/[\t\r\n]/g, '')
    .trim()
    .toUpperCase();
}

function verdictByDate(claims: CredentialClaims, on: Temporal.PlainDate): 'valid' | 'not-yet-valid' | 'expired' {
  if (Temporal.PlainDate.compare(on, claims.validFrom) < 0) return 'not-yet-valid';
  return Temporal.PlainDate.compare(on, claims.validUntil) > 0 ? 'expired' : 'valid';
}
