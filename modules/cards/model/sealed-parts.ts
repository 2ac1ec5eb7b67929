import { parseBase45, toBase45 } from './base45.ts';
import { asPrinted } from './credential-text.ts';

/** One of the codes over which something signed is spread, as it was read. */
export type SealedPart = {
  /** The first is 1. */
  readonly part: number;
  readonly of: number;
  /** The same on all codes of one set, so that pages of two families are not mixed. */
  readonly set: string;
  readonly chunk: string;
};

/** Letters of the QR alphanumeric mode; the figure is the version of this envelope. */
const NAME = 'RMA';
const VERSION = 1;
const SET_BYTES = 2;
const SET_LETTERS = 3;
const MOST_PARTS = 35;

/**
 * What a code of 77 squares holds at level M: at 38 mm a square is still almost half a millimetre, which a printer of 200 dots an inch and an
 * old camera both manage.
 */
const MOST_LETTERS = 600;

/** A signed token as the texts of as few codes as it needs, all of a length: `RMA1:`, which part of how many, the set, then base45. */
export function toSealedParts(token: Uint8Array): readonly string[] {
  const letters = toBase45(token);
  const head = `${NAME}${VERSION}:`.length + 2 + SET_LETTERS;
  const count = Math.ceil(letters.length / (MOST_LETTERS - head));
  if (count > MOST_PARTS) throw new RangeError('too long for any number of codes');
  const set = toBase45(token.subarray(-SET_BYTES));
  const size = Math.ceil(letters.length / count);
  return Array.from({ length: count }, (_, index) =>
    [`${NAME}${VERSION}:`, inFigure(index + 1), inFigure(count), set, letters.slice(index * size, (index + 1) * size)].join(''),
  );
}

/** A part; `other-version` when a later RAMED, or an earlier one, printed it; undefined for any other code. */
export function readSealedPart(text: string): SealedPart | 'other-version' | undefined {
  const code = asPrinted(text);
  const [, version, body = ''] = /^RMA(\d+):(.*)$/s.exec(code) ?? [];
  if (version === undefined) return undefined;
  if (Number(version) !== VERSION) return 'other-version';
  const [part, of] = [Number.parseInt(body[0] ?? '', 36), Number.parseInt(body[1] ?? '', 36)];
  const [set, chunk] = [body.slice(2, 2 + SET_LETTERS), body.slice(2 + SET_LETTERS)];
  return part >= 1 && part <= of && chunk !== '' ? { part, of, set, chunk } : undefined;
}

/** The token of all the parts of one set, in whatever order they were read; undefined as long as one is missing, or when they do not fit. */
export function joinSealedParts(parts: readonly SealedPart[]): Uint8Array | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const inOrder = Array.from({ length: first.of }, (_, index) => parts.find(({ part }) => part === index + 1));
  if (!inOrder.every((one) => one?.set === first.set && one.of === first.of)) return undefined;
  return parseBase45(inOrder.map((one) => one?.chunk ?? '').join(''));
}

function inFigure(value: number): string {
  return value.toString(36).toUpperCase();
}
