/**
 * A text as people search for it: small letters without accents or short vowels, one alif, one ya, one ta, no hamza; every other sign is a space.
 * The Moroccan letters ڭ ݣ گ, written for one sound, become ك. Tifinagh stays as it is.
 */
export function foldSpelling(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[ءٴـ’'ʿʾ]/g, '')
    .replace(/[ٱأإآ]/g, 'ا')
    .replace(/[ىئې]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
    .replace(/[ڭݣگڴک]/g, 'ك')
    .replace(/[ڤڥ]/g, 'ف')
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}

/** The words of a search, folded; none for a text of signs only. */
export function foldWords(text: string): readonly string[] {
  const folded = foldSpelling(text);
  return folded === '' ? [] : folded.split(' ');
}

/**
 * A folded name by its sound, for names that each person writes in Latin letters in another way: Khénifra, Khenifra, Xenifra; Ouarzazate,
 * Warzazat. Only for comparing: it is no name.
 */
export function foldSound(folded: string): string {
  return folded
    .replace(/\b(al|el|ال)[ -]?(?=\p{L})/gu, '')
    .replace(/^ال(?=\p{L}{3})/u, '')
    .replace(/tch|sh|ch/g, 'c')
    .replace(/kh|gh|dh|th|x/g, (pair) => sounds[pair] ?? pair)
    .replace(/ph/g, 'f')
    .replace(/dj/g, 'j')
    .replace(/ou|oo|w|o/g, 'u')
    .replace(/y|ee|e/g, 'i')
    .replace(/q/g, 'k')
    .replace(/z/g, 's')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[ih](?=\s|$)/g, '')
    .replace(/\s+/g, '');
}

const sounds: Readonly<Record<string, string>> = { kh: 'k', x: 'k', gh: 'g', dh: 'd', th: 't' };

/** How many letters must be added, dropped or changed to make one text of the other; `most + 1` as soon as it is more than `most`. */
export function lettersApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, second] of [...other].entries()) {
      next.push(Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + (letter === second ? 0 : 1)));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row.at(-1) ?? 0;
}
