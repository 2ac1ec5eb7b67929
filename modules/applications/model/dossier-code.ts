import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Letters that every keyboard of a counter writes with the same unshifted key: a scanner is a keyboard, and a computer set to AZERTY would
 * read other figures and other A, Q, Z, W, M; one set to Arabic writes two letters for B.
 */
const LETTERS = 'cdefghijklnoprstuvxy';
/** Written in those letters too, so that a dossier's code is known from a card's. */
const PREFIX = 'dossier';
/** Enough of them for twelve figures, and for sixty bits of a seal. */
const NUMBER_LETTERS = 10;
const SEAL_LETTERS = 14;

/** What the same keys write on a computer set to Arabic. */
const underArabicKeys: Readonly<Record<string, string>> = {
  ...{ ؤ: 'c', ي: 'd', ث: 'e', ب: 'f', ل: 'g', ا: 'h', ه: 'i', ت: 'j', ن: 'k', م: 'l' },
  ...{ ى: 'n', خ: 'o', ح: 'p', ق: 'r', س: 's', ف: 't', ع: 'u', ر: 'v', ء: 'x', غ: 'y' },
};

/**
 * The code printed on the dossier of a request: its number and a seal, in letters a scanner types on any keyboard. It says nothing of the
 * family, and opens nothing by itself: who reads it must be an agent of the place.
 */
export function dossierCode(number: string, secret: Uint8Array): string {
  return PREFIX + inLetters(BigInt(number), NUMBER_LETTERS) + sealOf(number, secret);
}

/** The number in a code that was scanned or pasted; `forged` when the seal is not ours; undefined when it is no code of a dossier. */
export function readDossierCode(typed: string, secret: Uint8Array): { readonly number: string } | 'forged' | undefined {
  const code = asScanned(typed);
  if (!code.startsWith(PREFIX)) return undefined;
  const [written, given] = [code.slice(PREFIX.length, -SEAL_LETTERS), code.slice(-SEAL_LETTERS)];
  if (written.length !== NUMBER_LETTERS || [...written].some((letter) => !LETTERS.includes(letter))) return 'forged';
  const number = inFigures(written);
  const expected = sealOf(number, secret);
  return given.length === expected.length && isSame(given, expected) ? { number } : 'forged';
}

function asScanned(typed: string): string {
  const letters = [...typed.toLowerCase()].map((letter) => underArabicKeys[letter] ?? letter);
  return letters.filter((letter) => /^[a-z]$/.test(letter)).join('');
}

function sealOf(number: string, secret: Uint8Array): string {
  const digest = createHmac('sha256', secret).update(`${PREFIX}:${number}`).digest();
  return inLetters(digest.readBigUInt64BE(0), SEAL_LETTERS);
}

/** The lowest letters of a number written in twenty letters, the highest first. */
function inLetters(value: bigint, length: number): string {
  const base = BigInt(LETTERS.length);
  let text = '';
  for (let rest = value; text.length < length; rest /= base) text = `${LETTERS[Number(rest % base)]}${text}`;
  return text;
}

function inFigures(letters: string): string {
  const base = BigInt(LETTERS.length);
  const value = [...letters].reduce((sum, letter) => sum * base + BigInt(LETTERS.indexOf(letter)), 0n);
  return String(value).padStart(12, '0');
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
