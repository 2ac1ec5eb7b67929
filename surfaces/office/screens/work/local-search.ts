import { normaliseTyped } from '#platform/numbers';
import type { BothNames } from '../../components/naming.tsx';

type Listed = { readonly number: string; readonly names: BothNames };

/** The files of a list that stands on this computer which bear a text: in their number, or in every word of their name. */
export function matchesHere<F extends Listed>(files: readonly F[], text: string): readonly F[] {
  const figures = normaliseTyped(text);
  if (/^\d+$/.test(figures)) return files.filter(({ number }) => number.includes(figures));
  const words = plain(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return files.filter(({ names }) => {
    const borne = [names.fr, names.ar].flatMap((name) => (name ? [plain(`${name.given} ${name.family}`)] : []));
    return borne.some((name) => words.every((word) => name.includes(word)));
  });
}

/** Small letters without marks; the forms of one Arabic letter made one. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
