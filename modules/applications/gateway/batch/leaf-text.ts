import type { Leaf } from './shape.ts';

/** A value of a declaration as text: null is `none`, the rest is as JSON writes it, without quotes. */
export function textOf(value: unknown): string {
  return value === null ? 'none' : String(value);
}

/**
 * The value a text stands for. A text that does not fit its leaf is given back as it is, so that the declaration's schema refuses it
 * with the same rule and words as in JSON.
 */
export function fromText(leaf: Leaf, text: string): string | number | boolean | null {
  if (leaf === 'text') return text;
  const word = text.trim();
  const convert = conversions[leaf];
  return convert === undefined ? word : convert(word);
}

const conversions: Partial<Record<Leaf, (word: string) => string | number | boolean | null>> = {
  'word-or-none': (word) => (word === 'none' ? null : word),
  integer: (word) => (/^[+-]?\d{1,15}$/.test(word) ? Number(word) : word),
  number: (word) => (/^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/.test(word) ? Number(word) : word),
  boolean: (word) => booleans[word] ?? word,
};

const booleans: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };
