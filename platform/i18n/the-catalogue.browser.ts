import type { Catalogue } from './catalogue.ts';
import type { Language } from './languages.ts';

const words: Record<Language, ReadonlyMap<string, string>> = { ar: new Map(), fr: new Map(), zgh: new Map(), en: new Map() };

/** Puts the words of a language where translators look for them: the office loads the one its agent reads. */
export function bringWords(language: Language, messages: Readonly<Record<string, string>>): void {
  words[language] = new Map(Object.entries(messages));
}

export function theCatalogue(): Catalogue {
  return words;
}
