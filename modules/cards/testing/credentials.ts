import { Temporal } from 'temporal-polyfill';
import type { CardClaims, ReceiptClaims } from '../model/credential-claims.ts';
import { createSigningKey, type PublicKeys, parseKeySet, type SigningKey, toKeySet } from '../model/signing-keys.ts';

/** Days and instants of the invented family below. */
export const day = (text: string) => Temporal.PlainDate.from(text);
export const instant = (text: string) => Temporal.Instant.from(text);

/** The same key for the same number. */
export function aSigningKey(seed = 1): SigningKey {
  return createSigningKey(new Uint8Array(32).fill(seed));
}

export function keysOf(...keys: readonly SigningKey[]): PublicKeys {
  const parsed = parseKeySet(toKeySet(keys, { issuer: 'ANAM', issuedAt: instant('2026-01-01T00:00:00Z') }));
  if ('refused' in parsed) throw new Error(parsed.refused);
  return parsed;
}

export function cardClaims(changes: Partial<CardClaims> = {}): CardClaims {
  return {
    kind: 'card',
    issuer: 'ANAM',
    registrationNumber: '201504127733',
    cardSerial: 'C26000417',
    names: { latin: 'BENALI Fatima Zahra', arabic: 'فاطمة الزهراء بنعلي' },
    category: 'poor',
    validFrom: day('2026-04-02'),
    validUntil: day('2029-04-01'),
    birthYears: [1982, 2008, 2011, 2015, 2019],
    ...changes,
  };
}

export function receiptClaims(changes: Partial<ReceiptClaims> = {}): ReceiptClaims {
  return {
    kind: 'receipt',
    issuer: 'ANAM',
    receiptNumber: '201504127733',
    names: { latin: 'BENALI Fatima Zahra', arabic: 'فاطمة الزهراء بنعلي' },
    validFrom: day('2026-01-03'),
    validUntil: day('2026-03-03'),
    birthYears: [1982, 2008, 2011],
    ...changes,
  };
}
