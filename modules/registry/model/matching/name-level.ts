import { soundsOfWord, type WordSounds, wordsOf } from '../name-sounds.ts';
import type { LevelOf } from './levels.ts';

type NameLevel = LevelOf<'given'>;

type Word = { readonly written: string; readonly sounds: WordSounds };

/** A given or a family name, in one script or both, taken apart once for all the comparisons it is in. */
export type HeardName = { readonly fr: readonly Word[]; readonly ar: readonly Word[] };

export function toHeardName(fr: string | null, ar: string | null): HeardName {
  return { fr: toWords(fr), ar: toWords(ar) };
}

function toWords(name: string | null): readonly Word[] {
  if (name === null) return [];
  return wordsOf(name)
    .map((written) => ({ written, sounds: soundsOfWord(written) }))
    .filter(({ sounds }) => sounds.length > 0);
}

/** Compared in each script that both have; where they share none, by sound from one script to the other. */
export function nameLevel(one: HeardName, other: HeardName): NameLevel {
  const [fr, ar] = [inScript(one.fr, other.fr), inScript(one.ar, other.ar)];
  if (fr === 'missing') return ar === 'missing' ? acrossScripts(one, other) : ar;
  if (ar === 'missing' || fr === ar) return fr;
  if (fr === 'different' || ar === 'different') return 'one-script';
  return 'sound';
}

function acrossScripts(one: HeardName, other: HeardName): NameLevel {
  const levels = [inScript(one.fr, other.ar), inScript(one.ar, other.fr)];
  return levels.find((level) => level !== 'missing') ?? 'missing';
}

/**
 * The words of the shorter name find their like in the other, in whatever order. All of both: they sound the same. All of one alone, a part
 * of the name was left out; or all but one, which is a slip apart: near.
 */
function inScript(one: readonly Word[], other: readonly Word[]): NameLevel {
  const [first, second] = [one[0], other[0]];
  if (first === undefined || second === undefined) return 'missing';
  if (one.length === 1 && other.length === 1) return wordLevel(first, second);
  if (one.length === other.length && one.every(({ written }, at) => written === other[at]?.written)) return 'same';
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const free = [...many];
  const alone = few.filter((word) => {
    const at = free.findIndex((candidate) => soundsAlike(word, candidate));
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
  if (alone.length === 0) return few.length === many.length ? 'sound' : 'near';
  const [last] = alone;
  return alone.length === 1 && last && free.some((candidate) => isSlip(last, candidate)) ? 'near' : 'different';
}

/** As the whole is compared, for the many names of one word. */
function wordLevel(one: Word, other: Word): NameLevel {
  if (one.written === other.written) return 'same';
  if (soundsAlike(one, other)) return 'sound';
  return isSlip(one, other) ? 'near' : 'different';
}

function soundsAlike(one: Word, other: Word): boolean {
  return one.sounds.some((sound) => other.sounds.includes(sound));
}

/** A letter apart as it is written, or a sound apart as it is heard; in short words that makes another name. */
function isSlip(one: Word, other: Word): boolean {
  return (
    isOneApart(one.written, other.written, SHORTEST_WRITTEN) ||
    one.sounds.some((sound) => other.sounds.some((heard) => isOneApart(sound, heard, SHORTEST_HEARD)))
  );
}

const SHORTEST_WRITTEN = 5;
const SHORTEST_HEARD = 4;

/** One letter more, less, another, or two neighbours swapped: what is left between the same beginning and the same end. */
export function isOneApart(one: string, other: string, shortest: number): boolean {
  const least = Math.min(one.length, other.length);
  if (least < shortest || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < least && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let end = 0;
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.length - start - end, other.length - start - end];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
}
