import { soundsOfWord, type WordSounds, wordsOf } from './name-sounds.ts';
import type { PersonName } from './names.ts';

/** A word that was asked for: as it was written, how it sounds, and the known sounds a slip away. */
export type AskedWord = { readonly written: string; readonly sounds: WordSounds; readonly slips: WordSounds };

/** How a name that was found comes to the words asked for: written alike, sounding alike, or with a slip. */
export type Likeness = 'written' | 'sound' | 'slip';

export type Closeness = { readonly likeness: Likeness; readonly points: number };

/** The words to look for; those that have no sound of their own (a single vowel) are left out. */
export function toAskedWords(text: string): readonly AskedWord[] {
  return wordsOf(text)
    .map((written) => ({ written, sounds: soundsOfWord(written), slips: [] }))
    .filter(({ sounds }) => sounds.length > 0);
}

/** Puts in order what was found for some words: each borne word is sounded once, however many bear it. */
export function closenessTo(asked: readonly AskedWord[]): (names: PersonName) => Closeness {
  const sounded = new Map<string, WordSounds>();
  const soundsOf = (word: string) => {
    const sounds = sounded.get(word) ?? soundsOfWord(word);
    sounded.set(word, sounds);
    return sounds;
  };
  return (names) => {
    const scripts = [names.fr, names.ar].flatMap((name) => (name ? [[...wordsOf(name.given), ...wordsOf(name.family)]] : []));
    const points = asked.map((word) => Math.max(0, ...scripts.flat().map((borne) => pointsOf(word, borne, soundsOf))));
    const unasked = Math.max(0, Math.min(...scripts.map((words) => words.length)) - asked.length);
    return { likeness: likenessOf(Math.min(...points)), points: points.reduce((sum, some) => sum + some, 0) - unasked / 10 };
  };
}

const WRITTEN = 4;
const SOUND = 2;

function pointsOf(asked: AskedWord, borne: string, soundsOf: (word: string) => WordSounds): number {
  if (asked.written === borne) return WRITTEN;
  const letters = likenessOfLetters(asked.written, borne);
  const sounds = soundsOf(borne);
  if (sounds.some((sound) => asked.sounds.includes(sound))) return SOUND + letters;
  return sounds.some((sound) => asked.slips.includes(sound)) ? (1 + letters) / 2 : letters / 2;
}

function likenessOf(least: number): Likeness {
  if (least >= WRITTEN) return 'written';
  return least >= SOUND ? 'sound' : 'slip';
}

/** How many of the pairs of neighbouring letters two words share, from 0 to 1 (Dice). */
function likenessOfLetters(one: string, other: string): number {
  const [pairs, rest] = [pairsOf(one), pairsOf(other)];
  const all = pairs.length + rest.length;
  const shared = pairs.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / all;
}

function pairsOf(word: string): string[] {
  const edged = ` ${word} `;
  return Array.from({ length: edged.length - 1 }, (_, at) => edged.slice(at, at + 2));
}
