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
  const known = [inScript(one.fr, other.fr), inScript(one.ar, other.ar)].filter((level) => level !== 'missing');
  const [first, second = first] = known;
  if (first === undefined || second === undefined) return acrossScripts(one, other);
  if (first === second) return first;
  if (first === 'different' || second === 'different') return 'one-script';
  return first === 'near' && second === 'near' ? 'near' : 'sound';
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
  if (one.length === 0 || other.length === 0) return 'missing';
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

/** One letter more, less, another, or two neighbours swapped. */
export function isOneApart(one: string, other: string, shortest: number): boolean {
  if (Math.min(one.length, other.length) < shortest || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [left, right] = [one.slice(start), other.slice(start)];
  if (left === right.slice(1) || right === left.slice(1) || left.slice(1) === right.slice(1)) return true;
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
