import { drawnTexts, nameOf } from './describe.ts';

const writing = {
  Latn: /\p{Script=Latin}/u,
  Arab: /\p{Script=Arabic}/u,
  Tfng: /\p{Script=Tifinagh}/u,
} as const;

type Writing = keyof typeof writing;

const ofLanguage: Readonly<Record<string, Writing>> = { ar: 'Arab', fr: 'Latn', en: 'Latn', zgh: 'Tfng' };

/** Bodies and kinds of files that have no Tifinagh name, in a writing of the same direction. */
const ACRONYMS = /\b(RAMED|ANAM|AMO|DGSN|CNSS|CNOPS|CNIE|QR|PDF|SMS|PNG|JPEG|Mo)\b/g;

/**
 * Texts in another writing than their language's that nothing isolates: no `<bdi>`, no language or direction of their own. Such a run moves
 * its neighbours, or shows that a text was not translated.
 */
export function mixedTexts(): string[] {
  const found: string[] = [];
  for (const { text, parent } of drawnTexts()) {
    const own = ofLanguage[(parent.closest('[lang]')?.getAttribute('lang') ?? '').split('-')[0] ?? ''];
    if (!own || isIsolated(parent)) continue;
    const words = own === 'Tfng' ? text.data.replace(ACRONYMS, '') : text.data;
    const foreign = (Object.keys(writing) as Writing[]).filter((name) => name !== own && writing[name].test(words));
    if (foreign.length > 0) found.push(`${foreign.join(', ')} in ${own}: ${nameOf(parent)}`);
  }
  return found;
}

/** Every letter and sign that a reader sees on the page, once. */
export function lettersDrawn(): string {
  const letters = new Set<string>();
  for (const { text } of drawnTexts()) for (const letter of text.data) if (letter.trim() !== '') letters.add(letter);
  return [...letters].join('');
}

function isIsolated(element: Element): boolean {
  const isolating = element.closest('bdi, [dir], [lang]');
  return isolating !== null && isolating !== document.documentElement && isolating.localName !== 'body';
}
