import { Temporal } from 'temporal-polyfill';
import { cbor } from './claims-encoder.ts';
import { dayOfSeconds, secondsOf } from './seconds.ts';
import { shortName } from './short-name.ts';

/** The head's name in each script; empty in the script in which it is not known. */
export type CredentialNames = { readonly latin: string; readonly arabic: string };

type FamilyClaims = {
  /** Who signs, at most 16 characters: "ANAM". */
  readonly issuer: string;
  readonly names: CredentialNames;
  /** First day of validity. */
  readonly validFrom: Temporal.PlainDate;
  /** Last day of validity, included. */
  readonly validUntil: Temporal.PlainDate;
  /** One year for each member of the family, the head first, from 1850 to 2105, at most 30. */
  readonly birthYears: readonly number[];
  /** On the code of a household, the given name of each member, in the order of the years of birth. */
  readonly givenNames?: readonly string[] | undefined;
};

/** What the code of a card says. */
export type CardClaims = FamilyClaims & {
  readonly kind: 'card';
  readonly registrationNumber: string;
  readonly cardSerial: string;
  readonly category: 'poor' | 'vulnerable';
};

/** What the code of a filing receipt says; it opens emergency care only. */
export type ReceiptClaims = FamilyClaims & { readonly kind: 'receipt'; readonly receiptNumber: string };

export type CredentialClaims = CardClaims | ReceiptClaims;

/** Bytes of UTF-8 a name may take: 28 letters of Latin, 22 of Arabic. */
const NAME_BYTES = { latin: 28, arabic: 44 };
/** Of a member of the household: 14 letters of Latin, 7 of Arabic. */
const GIVEN_NAME_BYTES = 14;

/** Keys of the map: RFC 8392 for the first five; the last is ours, in the range kept for private use. */
const ISSUER = 1;
const SUBJECT = 2;
const EXPIRES = 4;
const NOT_BEFORE = 5;
const TOKEN_ID = 7;
const RAMED = -65537;

const VERSION = 1;
const KINDS = ['card', 'receipt'] as const;
const CATEGORIES = ['poor', 'vulnerable'] as const;
const OLDEST_BIRTH_YEAR = 1850;

/** The claims as a CWT claims set in deterministic CBOR. Names too long for the code are shortened. Throws on claims out of range. */
export function encodeClaims(claims: CredentialClaims): Uint8Array {
  const fault = faultOfClaims(claims);
  if (fault) throw new RangeError(`These claims do not fit a credential: ${fault}.`);
  return cbor.encode(
    new Map<number, unknown>([
      [ISSUER, claims.issuer],
      [SUBJECT, claims.kind === 'card' ? claims.registrationNumber : claims.receiptNumber],
      [EXPIRES, secondsOf(claims.validUntil.add({ days: 1 }))],
      [NOT_BEFORE, secondsOf(claims.validFrom)],
      ...(claims.kind === 'card' ? ([[TOKEN_ID, new TextEncoder().encode(claims.cardSerial)]] as const) : []),
      [RAMED, ramedClaim(claims)],
    ]),
  );
}

/** The claims of a payload whose signature was found good; undefined when it is not a claims set of this version. */
export function decodeClaims(payload: Uint8Array): CredentialClaims | undefined {
  try {
    const map: unknown = cbor.decode(payload);
    if (!(map instanceof Map)) return undefined;
    const claims = readClaims(map);
    const again = encodeClaims(claims);
    const isSame = again.length === payload.length && again.every((byte, at) => payload[at] === byte);
    return isSame ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** What of a family no code could carry. */
export type ClaimsFault = 'issuer' | 'number' | 'validity' | 'birth-year' | 'members';

/** Why `encodeClaims` would throw on these claims; undefined when they fit. */
export function faultOfClaims(claims: CredentialClaims): ClaimsFault | undefined {
  const numbers = claims.kind === 'card' ? [claims.registrationNumber, claims.cardSerial] : [claims.receiptNumber];
  if (!/^[A-Z]{2,16}$/.test(claims.issuer)) return 'issuer';
  if (!numbers.every((number) => /^[0-9A-Z-]{4,24}$/.test(number))) return 'number';
  if (Temporal.PlainDate.compare(claims.validFrom, claims.validUntil) > 0) return 'validity';
  if (claims.validFrom.year < 1970 || claims.validUntil.year > 2105) return 'validity';
  const byteOfYear = (year: number) => year - OLDEST_BIRTH_YEAR;
  if (!claims.birthYears.every((year) => Number.isInteger(year) && (byteOfYear(year) & 0xff) === byteOfYear(year)))
    return 'birth-year';
  if (claims.givenNames && claims.givenNames.length !== claims.birthYears.length) return 'members';
  return claims.birthYears.length > 30 ? 'members' : undefined;
}

function ramedClaim(claims: CredentialClaims): readonly unknown[] {
  return [
    VERSION,
    KINDS.indexOf(claims.kind),
    shortName(claims.names.latin, NAME_BYTES.latin),
    shortName(claims.names.arabic, NAME_BYTES.arabic),
    claims.kind === 'card' ? CATEGORIES.indexOf(claims.category) : null,
    Uint8Array.from(claims.birthYears, (year) => year - OLDEST_BIRTH_YEAR),
    ...(claims.givenNames ? [claims.givenNames.map((name) => shortName(name, GIVEN_NAME_BYTES))] : []),
  ];
}

/** Reads without suspicion: whatever is missing or odd makes `encodeClaims` throw or give other bytes. */
function readClaims(map: Map<unknown, unknown>): CredentialClaims {
  const ramed = map.get(RAMED) as [number, number, string, string, number, Uint8Array, string[]?];
  const [, kind, latin, arabic, category, births, givenNames] = ramed;
  const family = {
    issuer: map.get(ISSUER) as string,
    names: { latin, arabic },
    validFrom: dayOfSeconds(map.get(NOT_BEFORE) as number),
    validUntil: dayOfSeconds(map.get(EXPIRES) as number).subtract({ days: 1 }),
    birthYears: Array.from(births, (byte) => byte + OLDEST_BIRTH_YEAR),
    ...(givenNames === undefined ? {} : { givenNames }),
  };
  const subject = map.get(SUBJECT) as string;
  if (KINDS[kind] === 'receipt') return { kind: 'receipt', receiptNumber: subject, ...family };
  return {
    kind: 'card',
    registrationNumber: subject,
    cardSerial: String.fromCharCode(...(map.get(TOKEN_ID) as Uint8Array)),
    category: CATEGORIES[category] ?? 'poor',
    ...family,
  };
}
