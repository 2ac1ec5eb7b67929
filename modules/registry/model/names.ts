/** A name in one script or both, as declared or as a register holds it. */
export type PersonName = { readonly fr?: ScriptName | undefined; readonly ar?: ScriptName | undefined };
export type ScriptName = { readonly family: string; readonly given: string };

export type NameLikeness = 'same' | 'spelled-differently' | 'different' | 'not-comparable';

/**
 * Compares two names of one person in the scripts both have. Moroccan names have no fixed Latin spelling (Benali, Ben Ali, BEN-ALI;
 * Mohamed, Mohammed, Mohammad): what sounds the same is the same person spelled differently, not another person.
 */
export function compareNames(one: PersonName, other: PersonName): NameLikeness {
  const likenesses = [compareScript(one.ar, other.ar, arabicSkeleton), compareScript(one.fr, other.fr, latinSkeleton)];
  const known = likenesses.filter((likeness) => likeness !== 'not-comparable');
  if (known.length === 0) return 'not-comparable';
  if (known.includes('different')) return 'different';
  return known.includes('spelled-differently') ? 'spelled-differently' : 'same';
}

function compareScript(
  one: ScriptName | undefined,
  other: ScriptName | undefined,
  skeleton: (text: string) => string,
): NameLikeness {
  if (!one || !other) return 'not-comparable';
  const [left, right] = [`${one.family} ${one.given}`, `${other.family} ${other.given}`];
  if (flat(left) === flat(right)) return 'same';
  const alike = isNear(skeleton(one.family), skeleton(other.family)) && isNear(skeleton(one.given), skeleton(other.given));
  return alike ? 'spelled-differently' : 'different';
}

function flat(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('fr').replace(/\s+/g, ' ').trim();
}

/** Consonants that carry the name, after the usual French and English spellings of one Arabic sound are made one. */
function latinSkeleton(text: string): string {
  return latinSounds
    .reduce(
      (sounds, [spelling, sound]) => sounds.replace(spelling, sound),
      text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    )
    .replace(/[^a-z]/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiouwyh]/g, '');
}

const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/ch/g, 's'],
  [/sh/g, 's'],
  [/kh/g, 'k'],
  [/gh/g, 'r'],
  [/dj/g, 'j'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/q/g, 'k'],
  [/c/g, 'k'],
  [/g/g, 'j'],
  [/z/g, 's'],
];

/** One letter for the forms of alef, ya and ta marbuta; no marks, no tatweel; the article joined. */
function arabicSkeleton(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}ـ\s'-]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئ]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
    .replace(/[ڭݣگ]/g, 'ك')
    .replace(/ء/g, '');
}

/** Equal, or one letter apart when there are enough letters for that to be a slip. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  return distanceIsOne(one, other);
}

function distanceIsOne(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [restOfOne, restOfOther] = [one.slice(start), other.slice(start)];
  return restOfOne.slice(1) === restOfOther.slice(1) || restOfOne.slice(1) === restOfOther || restOfOne === restOfOther.slice(1);
}
