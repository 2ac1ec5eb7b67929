import { parseBase45 } from './base45.ts';
import { cbor } from './claims-encoder.ts';
import { type CoseFault, signedBytes } from './cose-sign1.ts';
import type { CardClaims } from './credential-claims.ts';
import { asPrinted, type SignatureCheck } from './credential-text.ts';
import { secondsOf } from './seconds.ts';

/** What a code in the form of MOSIP's claim 169 (identity data in a CWT) says, once its signature was found good. Moments are seconds since 1970. */
export type Claim169 = {
  readonly issuer: string | undefined;
  readonly subject: string | undefined;
  readonly expiresAt: number | undefined;
  readonly notBefore: number | undefined;
  readonly tokenId: string | undefined;
  readonly identity: Readonly<Partial<Record<IdentityField, unknown>>>;
};

/** The fields of the claim by their keys, as the specification numbers them. */
const identityFields = {
  1: 'id',
  2: 'version',
  3: 'language',
  4: 'fullName',
  5: 'firstName',
  6: 'middleName',
  7: 'lastName',
  8: 'dateOfBirth',
  9: 'gender',
  10: 'address',
  11: 'email',
  12: 'phone',
  13: 'nationality',
  14: 'maritalStatus',
  15: 'guardian',
  16: 'photo',
  17: 'photoFormat',
  18: 'bestQualityFingers',
  19: 'secondaryFullName',
  20: 'secondaryLanguage',
  21: 'locationCode',
  22: 'legalStatus',
  23: 'countryOfIssuance',
} as const;
type IdentityField = (typeof identityFields)[keyof typeof identityFields];

const IDENTITY = 169;
const [ISSUER, SUBJECT, EXPIRES, NOT_BEFORE, TOKEN_ID] = [1, 2, 4, 5, 7];
const EDDSA = -8;
/** Tag 18 as its one byte; the specification lets it be left out. */
const SIGN1_TAG = 0xd2;
const KEY_ID = 4;
const ALGORITHM = 1;
const DAY_SECONDS = 86_400;

/** Nothing longer fits a QR code; nothing that unpacks to more is worth reading. */
const LONGEST_TEXT = 4_296;
const MOST_BYTES = 16_384;

/** The claims of a card as the claim 169 of the family's head: its number, the name in both scripts, the days; no more than the card itself says. */
export function encodeClaim169(claims: CardClaims): Uint8Array {
  const { latin, arabic } = claims.names;
  const both = latin !== '' && arabic !== '';
  const identity = new Map<number, unknown>([
    [1, claims.registrationNumber],
    [2, '1.0'],
    [3, latin === '' ? 'ara' : 'fra'],
    [4, latin === '' ? arabic : latin],
    ...(both ? ([[19, arabic] as const, [20, 'ara'] as const] as const) : []),
    [23, 'MA'],
  ]);
  return cbor.encode(
    new Map<number, unknown>([
      [ISSUER, claims.issuer],
      [SUBJECT, claims.registrationNumber],
      [EXPIRES, secondsOf(claims.validUntil) + DAY_SECONDS],
      [NOT_BEFORE, secondsOf(claims.validFrom)],
      [TOKEN_ID, new TextEncoder().encode(claims.cardSerial)],
      [IDENTITY, identity],
    ]),
  );
}

/** Opens a text in that form: base45, zlib, COSE_Sign1 of EdDSA, CWT. Any text has an answer; nothing is thrown. */
export async function checkClaim169(
  text: string,
  check: SignatureCheck,
): Promise<Claim169 | { readonly fault: CoseFault | 'unreadable' }> {
  const packed = text.length > LONGEST_TEXT ? undefined : parseBase45(asPrinted(text));
  const token = packed && (await unpacked(packed));
  const parts = token && splitToken(token);
  if (!parts) return { fault: 'unreadable' };
  if (parts.algorithm !== EDDSA) return { fault: 'header' };
  const { keyId, payload, signature, header } = parts;
  const isGood = await check({ keyId, payload, signature, toBeSigned: signedBytes(header, payload) });
  if (isGood === undefined) return { fault: 'unknown-key' };
  return isGood ? (readClaims(payload) ?? { fault: 'unreadable' }) : { fault: 'signature' };
}

/** What zlib unpacks to, as long as it is not more than a code could mean. */
async function unpacked(packed: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const stream = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
    const reader = stream.getReader();
    const bytes: number[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const byte of value as Uint8Array) bytes.push(byte);
      if (bytes.length > MOST_BYTES) return void (await reader.cancel());
    }
    return Uint8Array.from(bytes);
  } catch {
    return undefined;
  }
}

/** The key may be named in either header, or not at all: then it is for the reader to know whose the code is. */
function splitToken(token: Uint8Array) {
  const inner = token[0] === SIGN1_TAG ? token.subarray(1) : token;
  const array = decoded(inner);
  const [header, open, payload, signature] = Array.isArray(array) ? (array as unknown[]) : [];
  if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return undefined;
  const guarded = decoded(header);
  if (!(guarded instanceof Map)) return undefined;
  const named: unknown = guarded.get(KEY_ID) ?? (open instanceof Map ? open.get(KEY_ID) : undefined);
  const keyId = isBytes(named) ? Array.from(named, (byte) => byte.toString(16).padStart(2, '0')).join('') : '';
  return { algorithm: guarded.get(ALGORITHM) as unknown, header, payload, signature, keyId };
}

function readClaims(payload: Uint8Array): Claim169 | undefined {
  const map = decoded(payload);
  const identity: unknown = map instanceof Map ? map.get(IDENTITY) : undefined;
  if (!(map instanceof Map) || !(identity instanceof Map)) return undefined;
  const textAt = (key: number | undefined) => (typeof map.get(key) === 'string' ? String(map.get(key)) : undefined);
  const numberAt = (key: number | undefined) => (typeof map.get(key) === 'number' ? Number(map.get(key)) : undefined);
  const tokenId: unknown = map.get(TOKEN_ID);
  return {
    issuer: textAt(ISSUER),
    subject: textAt(SUBJECT),
    expiresAt: numberAt(EXPIRES),
    notBefore: numberAt(NOT_BEFORE),
    tokenId: isBytes(tokenId) ? String.fromCharCode(...tokenId) : undefined,
    identity: Object.fromEntries(
      Object.entries(identityFields).flatMap(([key, name]) =>
        identity.has(Number(key)) ? [[name, identity.get(Number(key)) as unknown]] : [],
      ),
    ),
  };
}

function decoded(bytes: Uint8Array): unknown {
  try {
    return cbor.decode(bytes);
  } catch {
    return undefined;
  }
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}
