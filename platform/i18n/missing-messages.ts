import type { Catalogue } from './catalogue.ts';
import { type MessageTree, parseMessage } from './compile.ts';
import { type Language, languageCodes, languages } from './languages.ts';

export type MessageFault = {
  readonly key: string;
  readonly language: Language;
  readonly fault: 'missing' | 'empty' | 'unreadable' | 'other-arguments' | 'plural-form-missing' | 'not-translated';
};

/** What a catalogue lacks, measured against its Arabic and French together; an empty list is a complete one. */
export function missingMessages(catalogue: Catalogue): MessageFault[] {
  const keys = new Set(languageCodes.flatMap((language) => [...catalogue[language].keys()]));
  return [...keys].sort().flatMap((key) => languageCodes.flatMap((language) => faultsOf(catalogue, key, language)));
}

function faultsOf(catalogue: Catalogue, key: string, language: Language): MessageFault[] {
  const message = catalogue[language].get(key);
  const found = (fault: MessageFault['fault'], isFaulty: boolean): MessageFault[] => (isFaulty ? [{ key, language, fault }] : []);
  if (message === undefined) return found('missing', true);
  if (message.trim() === '') return found('empty', true);
  const tree = treeOf(message);
  if (!tree) return found('unreadable', true);
  const french = treeOf(catalogue.fr.get(key) ?? '') ?? tree;
  return [
    ...found('other-arguments', String(argumentsOf(tree)) !== String(argumentsOf(french))),
    ...found(
      'plural-form-missing',
      pluralsOf(tree).some((forms) => languages[language].pluralForms.some((form) => !forms.includes(form))),
    ),
    ...found('not-translated', language === 'ar' && isCopyOfFrench(message, catalogue.fr.get(key))),
    ...found('not-translated', (language === 'ar' || language === 'zgh') && speaksLatin(tree)),
  ];
}

function treeOf(message: string): MessageTree | undefined {
  try {
    return parseMessage(message);
  } catch {
    return undefined;
  }
}

/** Latin words in an Arabic message that are exactly the French ones were never translated; Tamazight and English share proper nouns with it. */
function isCopyOfFrench(message: string, french: string | undefined): boolean {
  return message === french && /\p{Script=Latin}{4}/u.test(message.replace(/\{[^}]*\}|RAMED/g, ''));
}

/** Two small words in a row are a sentence somebody left behind; names of bodies begin with capitals or stand alone. */
function speaksLatin(tree: MessageTree): boolean {
  return elementsOf(tree).some(({ type, value }) => type === literal && /[a-zà-ÿœ]{3,}\s+[a-zà-ÿœ]{2,}/u.test(String(value)));
}

type Element = { type: number; value?: unknown; options?: Record<string, { value: MessageTree }> };
const [literal, pound, plural] = [0, 7, 6];

/** `count:6`, `name:1`…, each once, sorted: the facts a message asks for and how it uses them. */
function argumentsOf(tree: MessageTree): string[] {
  const names = elementsOf(tree)
    .filter((element) => element.type !== literal && element.type !== pound)
    .map((element) => `${String(element.value)}:${element.type}`);
  return [...new Set(names)].sort();
}

function pluralsOf(tree: MessageTree): string[][] {
  return elementsOf(tree)
    .filter((element) => element.type === plural)
    .map((element) => Object.keys(element.options ?? {}));
}

function elementsOf(tree: MessageTree): Element[] {
  return (tree as Element[]).flatMap((element) => [
    element,
    ...Object.values(element.options ?? {}).flatMap((option) => elementsOf(option.value)),
  ]);
}
