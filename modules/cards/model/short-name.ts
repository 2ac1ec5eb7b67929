const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const ARABIC = /\p{Script=Arabic}/u;

/**
 * A name that fits in so many UTF-8 bytes. The first and last words stay whole as long as possible; the words between become
 * initials, the last of them first, or go away in Arabic, which has no habit of initials. "BENCHEKROUN EL IDRISSI Fatima Zahra"
 * in 28 bytes is "BENCHEKROUN EL I. F. Zahra".
 */
export function shortName(name: string, maxBytes: number): string {
  const words = name.normalize('NFC').trim().split(/\s+/u);
  for (let at = words.length - 2; at > 0 && bytesOf(join(words)) > maxBytes; at -= 1) words[at] = initialOf(words[at] ?? '');
  const short = join(words);
  return bytesOf(short) > maxBytes ? cut(short, maxBytes) : short;
}

function join(words: readonly string[]): string {
  return words.filter(Boolean).join(' ');
}

function initialOf(word: string): string {
  const [first] = graphemes.segment(word);
  return first === undefined || ARABIC.test(word) ? '' : `${first.segment}.`;
}

/** Never inside a letter and its marks. */
function cut(text: string, maxBytes: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (bytesOf(kept + segment) > maxBytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
