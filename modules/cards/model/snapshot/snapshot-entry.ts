/**
 * What a snapshot says of one number, in the order in which the wire counts them: never reordered, only added to. `gone`: what an earlier set of the
 * same series says of it holds no more. `revoked`: the card of this serial is worth nothing.
 */
export const snapshotStates = [
  'gone',
  'open',
  'emergency-only',
  'unpaid',
  'unpaid-emergencies',
  'suspended',
  'closed',
  'expired',
  'revoked',
] as const;
export type SnapshotState = (typeof snapshotStates)[number];

/** `day` and `becomes` as in the outlook of a right: the last day of the state and what follows, or the first day of one that is over. */
export type SnapshotOutlook = {
  readonly state: SnapshotState;
  readonly day?: string | undefined;
  readonly becomes?: SnapshotState | undefined;
};

/** The numbers that a snapshot knows: of a family, of its request's receipt, and of a card that was revoked. */
export type NumberKind = 'registration' | 'receipt' | 'card';

export function entryName(kind: NumberKind, number: string): string {
  return `${kind}:${number}`;
}

/** Of the keyed digest of a name (HMAC-SHA256) the first 40 bits find its entry; the others cover what the entry says. */
export const FINGERPRINT_BITS = 40;
const FINGERPRINT_BYTES = 5;

export function fingerprintOf(digest: Uint8Array): number {
  return digest.subarray(0, FINGERPRINT_BYTES).reduce((value, byte) => value * 256 + byte, 0);
}

/** What is hashed into the cover of an entry: another one in each set, so that two sets laid side by side tell nothing. */
export function coverInput(
  digest: Uint8Array,
  { series, number }: { readonly series: number; readonly number: number },
): Uint8Array {
  const input = new Uint8Array(digest.length - FINGERPRINT_BYTES + 8);
  input.set(digest.subarray(FINGERPRINT_BYTES));
  const view = new DataView(input.buffer);
  view.setUint32(input.length - 8, series);
  view.setUint32(input.length - 4, number);
  return input;
}

/** As many members as the code of a card carries; where there are as many, there may be more. */
export const MOST_MEMBERS = 30;
export const AGE_BITS = 6;
const OLDEST_AGE = 2 ** AGE_BITS - 1;

/** A year of birth as the entry keeps it: years before the year of the snapshot, all from 63 on alike. */
export function ageClass(birthYear: number, yearOfSnapshot: number): number {
  return Math.min(OLDEST_AGE, Math.max(0, yearOfSnapshot - birthYear));
}
