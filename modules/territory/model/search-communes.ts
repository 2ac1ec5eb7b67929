import { foldSound, foldSpelling, lettersApart } from '#platform/spelling';
import type { Commune } from './territory.ts';

/**
 * The communes whose name is like what somebody wrote, in either script and however they spell it: the very name first, then names that begin
 * with it, have it in them, sound like it, or differ by a letter or two. Larger ones first among equals.
 */
export function searchCommunes(communes: readonly Commune[], written: string, most = 12): readonly Commune[] {
  const asked = toSought(written);
  if (asked.folded.length < 2) return [];
  return communes
    .map((commune) => ({ commune, distance: distanceTo(commune, asked) }))
    .filter(({ distance }) => distance < FAR)
    .sort((one, other) => one.distance - other.distance || other.commune.population2024 - one.commune.population2024)
    .slice(0, most)
    .map(({ commune }) => commune);
}

type Sought = { readonly folded: string; readonly sound: string };

function toSought(text: string): Sought {
  const folded = foldSpelling(text);
  return { folded, sound: foldSound(folded) };
}

const FAR = 9;

function distanceTo({ name }: Commune, asked: Sought): number {
  return Math.min(...[name.fr, name.ar].map((given) => distanceBetween(toSought(given), asked)));
}

function distanceBetween(name: Sought, asked: Sought): number {
  if (name.folded === asked.folded) return 0;
  if (name.sound === asked.sound) return 1;
  if (name.folded.startsWith(asked.folded)) return 2;
  if (` ${name.folded}`.includes(` ${asked.folded}`)) return 3;
  if (asked.sound.length < 3) return FAR;
  if (name.sound.startsWith(asked.sound)) return 4;
  const most = asked.sound.length > 6 ? 2 : 1;
  const apart = lettersApart(name.sound, asked.sound, most);
  return apart <= most ? 4 + apart : FAR;
}
