import type { Json } from './index.ts';

/** Controls that change the order or the look of what follows: nothing a name or a sentence of ours needs. */
const CONTROLS = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Except those by which `#platform/i18n` keeps a fact from reordering its sentence, when each that opens also closes. */
const ISOLATES = /[\u2068\u2069]/g;
const IN_PLACE_OF_THE_UNKNOWN = '?';

/**
 * The same data with every text fit for print: composed (NFC), without controls other than line breaks; a character that no font
 * of ours draws becomes its plain letter (ḍ: d), or a question mark. An archival PDF cannot be made of a text with a missing glyph, and one emoji in
 * a name must not cost a family its receipt.
 */
export function toPrintable(data: Json, drawable: ReadonlySet<number>): Json {
  if (typeof data === 'string') return printableText(data, drawable);
  if (isList(data)) return data.map((item) => toPrintable(item, drawable));
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, toPrintable(value, drawable)]));
}

// Array.isArray does not narrow a readonly array.
function isList(data: Json): data is readonly Json[] {
  return Array.isArray(data);
}

function printableText(text: string, drawable: ReadonlySet<number>): string {
  const clean = text.normalize('NFC').replace(CONTROLS, (control) => (control === '\n' ? control : ''));
  const balanced = isBalanced(clean) ? clean : clean.replace(ISOLATES, '');
  return Array.from(balanced, (letter) => nearestDrawable(letter, drawable)).join('');
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(ISOLATES)) {
    open += mark === '\u2068' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

function nearestDrawable(letter: string, drawable: ReadonlySet<number>): string {
  const [base = ''] = letter.normalize('NFKD');
  return [letter, base].find((candidate) => isPrintable(candidate, drawable)) ?? IN_PLACE_OF_THE_UNKNOWN;
}

function isPrintable(letter: string, drawable: ReadonlySet<number>): boolean {
  return letter === '\n' || letter === '\u2068' || letter === '\u2069' || drawable.has(letter.codePointAt(0) ?? -1);
}
