import { createHmac, timingSafeEqual } from 'node:crypto';
import { inLetters, NUMBER_LETTERS, PREFIX, SEAL_LETTERS, splitDossierCode } from './dossier-letters.ts';

/**
 * The code printed on the dossier of a request: its number and a seal, in letters a scanner types on any keyboard. It says nothing of the
 * family, and opens nothing by itself: who reads it must be an agent of the place.
 */
export function dossierCode(number: string, secret: Uint8Array): string {
  return PREFIX + inLetters(BigInt(number), NUMBER_LETTERS) + sealOf(number, secret);
}

/** The number in a code that was scanned or pasted; `forged` when the seal is not ours; undefined when it is no code of a dossier. */
export function readDossierCode(typed: string, secret: Uint8Array): { readonly number: string } | 'forged' | undefined {
  const parts = splitDossierCode(typed);
  if (parts === undefined) return undefined;
  if (parts === 'broken') return 'forged';
  const { number, seal } = parts;
  const expected = sealOf(number, secret);
  return seal.length === expected.length && isSame(seal, expected) ? { number } : 'forged';
}

function sealOf(number: string, secret: Uint8Array): string {
  const digest = createHmac('sha256', secret).update(`${PREFIX}:${number}`).digest();
  return inLetters(digest.readBigUInt64BE(0), SEAL_LETTERS);
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
