import { soundsOf } from '../name-sounds.ts';
import type { PersonName, ScriptName } from '../names.ts';
import { numberOf } from './block-keys.ts';

/** A line of a list may be all words: whoever has more ways to be heard is found by the first of them. */
const MOST_PAIRS = 64;

/**
 * How a word of the given name and one of the family name are heard together, as numbers: in either script, in every way to hear them, whichever
 * is said first. Who has none in common with somebody is not called alike. Whoever keeps them reads the names again when the rules of sounds change.
 */
export function namePairsOf({ fr, ar }: PersonName): readonly number[] {
  const pairs = [fr, ar].flatMap((name) => (name ? pairsIn(name) : []));
  return [...new Set(pairs)].slice(0, MOST_PAIRS);
}

function pairsIn({ given, family }: ScriptName): number[] {
  const families = soundsIn(family);
  return soundsIn(given).flatMap((one) => families.map((other) => numberOf(one < other ? `${one} ${other}` : `${other} ${one}`)));
}

const NAMES_REMEMBERED = 50_000;
const remembered = new Map<string, readonly string[]>();

/** Names repeat: a list of ten million lines has some ten thousand. */
function soundsIn(name: string): readonly string[] {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= NAMES_REMEMBERED) remembered.clear();
  const sounds = [...new Set(soundsOf(name).flat())];
  remembered.set(name, sounds);
  return sounds;
}
