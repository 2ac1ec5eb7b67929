/**
 * Letters that every keyboard of a counter writes with the same unshifted key: a scanner is a keyboard, and a computer set to AZERTY would
 * read other figures and other A, Q, Z, W, M; one set to Arabic writes two letters for B.
 */
const LETTERS = 'cdefghijklnoprstuvxy';
/** Written in those letters too, so that a dossier's code is known from a card's. */
export const PREFIX = 'dossier';
/** Enough of them for twelve figures, and for sixty bits of a seal. */
export const NUMBER_LETTERS = 10;
export const SEAL_LETTERS = 14;

/** What the same keys write on a computer set to Arabic. */
const underArabicKeys: Readonly<Record<string, string>> = {
  ...{ ؤ: 'c', ي: 'd', ث: 'e', ب: 'f', ل: 'g', ا: 'h', ه: 'i', ت: 'j', ن: 'k', م: 'l' },
  ...{ ى: 'n', خ: 'o', ح: 'p', ق: 'r', س: 's', ف: 't', ع: 'u', ر: 'v', ء: 'x', غ: 'y' },
};

/** A code of a dossier taken apart, whoever made it; undefined when it is none, `broken` when it is a damaged one. */
export function splitDossierCode(typed: string): { readonly number: string; readonly seal: string } | 'broken' | undefined {
  const code = asScanned(typed);
  if (!code.startsWith(PREFIX)) return undefined;
  const [written, seal] = [code.slice(PREFIX.length, -SEAL_LETTERS), code.slice(-SEAL_LETTERS)];
  if (written.length !== NUMBER_LETTERS || [...written].some((letter) => !LETTERS.includes(letter))) return 'broken';
  return { number: inFigures(written), seal };
}

function asScanned(typed: string): string {
  const letters = [...typed.toLowerCase()].map((letter) => underArabicKeys[letter] ?? letter);
  return letters.filter((letter) => /^[a-z]$/.test(letter)).join('');
}

/** The lowest letters of a number written in twenty letters, the highest first. */
export function inLetters(value: bigint, length: number): string {
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
