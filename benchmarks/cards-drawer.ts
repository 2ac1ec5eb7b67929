import { type CardClaims, createSigningKey, issueCredential } from '#modules/cards';
import { toDate } from '#platform/dates';
import { withCheckDigit } from '#platform/numbers';
import { toQrSvg } from '#platform/qr';

/** The key of this benchmark: the same for all, so that all draw the same codes. */
export const key = createSigningKey(new Uint8Array(32).fill(7));

/** What the n-th card says: five persons, a name of usual length in both scripts. */
export function claimsOf(n: number): CardClaims {
  return {
    kind: 'card',
    issuer: 'ANAM',
    registrationNumber: withCheckDigit(`261${String(n).padStart(8, '0')}`),
    cardSerial: withCheckDigit(String(n).padStart(9, '0')),
    names: { latin: 'Fatima Zahra Benali', arabic: 'فاطمة الزهراء بنعلي' },
    category: 'poor',
    validFrom: toDate('2026-04-02'),
    validUntil: toDate('2029-04-01'),
    birthYears: [1982, 2008, 2011, 2015, 2019],
  };
}

/** One card as the maker needs it: its code signed, and drawn. Gives the length of the drawing, so that nothing is left out. */
export function drawCard(n: number): number {
  return toQrSvg(issueCredential(claimsOf(n), key).text, '').length;
}
