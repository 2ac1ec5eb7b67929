import { NotThisLayoutError, type Reading, type Writing } from './bits.ts';

/** Letters that names are written with, sixty-four of each script at most: six bits a letter. Never reordered: a new letter is a new version. */
const LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -'.éèïçôâêî";
const ARABIC = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيڭݣڤپگچڥڧٱ \u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652ـ-،.';

/** How a text may be written, by its place here; the shortest that can hold it is taken. */
const KINDS = ['earlier', 'latin', 'arabic', 'ascii', 'any'] as const;
type Kind = (typeof KINDS)[number];
const KIND_BITS = 3;
const LETTER_BITS = 6;
const ASCII_BITS = 7;
const BYTE_BITS = 8;
const LENGTH_BITS = 6;

const bitsOf: Readonly<Record<Exclude<Kind, 'earlier'>, number>> = {
  latin: LETTER_BITS,
  arabic: LETTER_BITS,
  ascii: ASCII_BITS,
  any: BYTE_BITS,
};

export function writeText({ bits, texts }: Writing, text: string): void {
  const earlier = texts.indexOf(text);
  if (earlier >= 0) {
    bits.put(KINDS.indexOf('earlier'), KIND_BITS);
    bits.put(earlier, widthFor(texts.length));
    return;
  }
  texts.push(text);
  const kind = kindOf(text);
  const places = placesIn(kind, text);
  bits.put(KINDS.indexOf(kind), KIND_BITS);
  putLength({ bits, texts }, places.length);
  for (const place of places) bits.put(place, bitsOf[kind]);
}

export function readText(from: Reading): string {
  const { bits, texts } = from;
  const kind = KINDS[bits.take(KIND_BITS)];
  if (kind === undefined) throw new NotThisLayoutError('no such writing');
  if (kind === 'earlier') {
    const text = texts[bits.take(widthFor(texts.length))];
    if (text === undefined) throw new NotThisLayoutError('no such text before');
    return text;
  }
  const length = takeLength(from);
  if (length * bitsOf[kind] > bits.rest()) throw new NotThisLayoutError('cut short');
  const places = Array.from({ length }, () => bits.take(bitsOf[kind]));
  const text = textIn(kind, places);
  texts.push(text);
  return text;
}

function kindOf(text: string): Exclude<Kind, 'earlier'> {
  const letters = [...text];
  if (letters.every((letter) => LATIN.includes(letter))) return 'latin';
  if (letters.every((letter) => ARABIC.includes(letter))) return 'arabic';
  return letters.every((letter) => letter >= ' ' && letter <= '~') ? 'ascii' : 'any';
}

function placesIn(kind: Exclude<Kind, 'earlier'>, text: string): readonly number[] {
  if (kind === 'any') return [...new TextEncoder().encode(text)];
  if (kind === 'ascii') return [...text].map((letter) => letter.charCodeAt(0));
  return [...text].map((letter) => lettersOf(kind).indexOf(letter));
}

function textIn(kind: Exclude<Kind, 'earlier'>, places: readonly number[]): string {
  if (kind === 'any') return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(places));
  if (kind === 'ascii') return String.fromCharCode(...places);
  return places.map((place) => lettersOf(kind)[place] ?? '').join('');
}

function lettersOf(kind: 'latin' | 'arabic'): string {
  return kind === 'latin' ? LATIN : ARABIC;
}

/** Up to sixty-two in one go; more, as addresses may be, in three bytes' worth of room. */
function putLength({ bits }: Writing, length: number): void {
  const most = 2 ** LENGTH_BITS - 1;
  bits.put(Math.min(length, most), LENGTH_BITS);
  if (length >= most) bits.put(length, 16);
}

function takeLength({ bits }: Reading): number {
  const length = bits.take(LENGTH_BITS);
  return length < 2 ** LENGTH_BITS - 1 ? length : bits.take(16);
}

function widthFor(count: number): number {
  return Math.max(1, Math.ceil(Math.log2(Math.max(2, count))));
}
