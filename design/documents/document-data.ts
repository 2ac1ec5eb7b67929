import type { Language } from '#platform/i18n';

/** A name or a place in French and Arabic; empty in the script in which it is not known. */
export type BilingualText = { readonly latin: string; readonly arabic: string };

/** What is printed of a national card: its first two characters and its last two. "BE412312" is "BE••••12". */
export function maskedNationalCard(number: string): string {
  return number.length < 5 ? '•'.repeat(number.length) : number.slice(0, 2) + '•'.repeat(number.length - 4) + number.slice(-2);
}

/** Digits in fours, as they are read aloud and copied by hand. */
export function inFours(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1\u00a0');
}

/** A name in the script of the reader; in the other one where it is only known in that. */
export function inScriptOf(language: Language, { latin, arabic }: BilingualText): string {
  return language === 'ar' ? arabic || latin : latin || arabic;
}
