import type { Catalogue } from './catalogue.ts';
import { compileMessage, type Facts } from './compile.ts';
import type { Language } from './languages.ts';
import { theCatalogue } from './the-catalogue.ts';

/** Says a message of the catalogue. A missing key or fact is a bug: it throws `message-missing` or the library's own error. */
export type Translate = (key: string, facts?: Facts) => string;

/** A message to be said later, in a language not yet known: what queries and decisions carry. */
export type Message = { readonly key: string; readonly facts?: Facts };

/** `isolating` puts every fact between marks that keep its direction to itself; pages turn them into `<bdi>`. */
export type TranslatorOptions = { readonly isolating?: boolean; readonly catalogue?: Catalogue };

export function translator(
  language: Language,
  { isolating = false, catalogue = theCatalogue() }: TranslatorOptions = {},
): Translate {
  const compiled = compiledOf(catalogue, `${language}${isolating}`);
  return (key, facts = {}) => {
    let say = compiled.get(key);
    if (!say) {
      const message = catalogue[language].get(key);
      if (message === undefined) throw new Error(`message-missing: ${key} in ${language}`);
      say = compileMessage(language, message, isolating);
      compiled.set(key, say);
    }
    return say(facts);
  };
}

type Compiled = Map<string, (facts: Facts) => string>;
const cache = new WeakMap<Catalogue, Map<string, Compiled>>();

function compiledOf(catalogue: Catalogue, variant: string): Compiled {
  const variants = cache.get(catalogue) ?? new Map<string, Compiled>();
  cache.set(catalogue, variants);
  const compiled = variants.get(variant) ?? new Map();
  variants.set(variant, compiled);
  return compiled;
}
