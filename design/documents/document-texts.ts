import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { type Catalogue, type Facts, type Language, languageCodes, type Translate, translator } from '#platform/i18n';

/** The texts of a document, by language and by their name in its template. */
export type DocumentTexts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Everything `design/documents/messages` says under `<document>.`, with its facts in place, in the four languages. */
export function textsOf(document: string, facts: Facts = {}): DocumentTexts {
  const prefix = `${document}.`;
  const keys = [...documentMessages().fr.keys()].filter((key) => key.startsWith(prefix));
  return byLanguage((language) => {
    const say = translator(language, { isolating: true, catalogue: documentMessages() });
    return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), say(key, facts)]));
  });
}

/** Says one text of a document at a time, for what a line of it says with facts of its own. */
export function sayIn(language: Language, document: string): Translate {
  const say = translator(language, { isolating: true, catalogue: documentMessages() });
  return (key, facts) => say(`${document}.${key}`, facts);
}

/** The catalogue of the printed documents, for the check that no language lacks a text. */
export function documentMessages(): Catalogue {
  catalogue ??= byLanguage((language) => {
    const file = join(projectRoot, 'design/documents/messages', `${language}.json`);
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
  });
  return catalogue;
}

let catalogue: Catalogue | undefined;

function byLanguage<Value>(make: (language: Language) => Value): Record<Language, Value> {
  return Object.fromEntries(languageCodes.map((language) => [language, make(language)])) as Record<Language, Value>;
}
