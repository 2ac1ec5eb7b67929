import type { Language } from '#platform/i18n';

type ScriptName = { readonly family: string; readonly given: string };
/** A name as a file holds it, in one script at least. */
export type Names = { readonly fr?: ScriptName | undefined; readonly ar?: ScriptName | undefined };

/** Given name then family name, in the script of the reader when it is known, else in the other. */
export function calledIn(language: Language, { fr, ar }: Names): string {
  const name = language === 'ar' ? (ar ?? fr) : (fr ?? ar);
  return name === undefined ? '' : `${name.given} ${name.family}`;
}

/** A number as it is read aloud, in fours. */
export function inFours(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
