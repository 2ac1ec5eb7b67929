import type { ComparedPerson } from './compared-person.ts';

/**
 * Only persons who share one of these keys are compared. Each rule forgives what the others hold to: a day mistaken, a name spelled beyond
 * recognition, a year mistaken, a family that moved.
 */
export const blockRules = [
  'both-names-and-year',
  'given-name-and-birth-date',
  'family-name-and-birth-date',
  'both-names-and-commune',
  'birth-date-and-commune',
  'given-name-and-kin',
] as const;

export type BlockKey = { readonly rule: number; readonly key: string };

/** Keys as short as they can be: there are several for each person of the country. */
export function blockKeysOf(person: ComparedPerson): readonly BlockKey[] {
  const { givenSound: given, familySound: family, birthDate, sex, territory } = person;
  const [year = '', ...others] = birthDate.split('-');
  const born = `${year}${others.toSorted().join('')}`;
  const both = [given, family].toSorted().join('/');
  const named = given !== '' && family !== '';
  return [
    ...(named ? [{ rule: 0, key: `${both} ${year}` }] : []),
    ...(given === '' ? [] : [{ rule: 1, key: `${given} ${born}` }]),
    ...(family === '' ? [] : [{ rule: 2, key: `${family} ${born} ${sex}` }]),
    ...(named ? [{ rule: 3, key: `${both} ${territory}` }] : []),
    { rule: 4, key: `${born} ${sex} ${territory}` },
    ...(given === '' ? [] : [...new Set(person.kin)].toSorted().map((kin) => ({ rule: 5, key: `${given}+${kin}` }))),
  ];
}

/** The first key that two persons share: under it alone they are compared, and so once. Keys that too many share are passed over. */
export function firstSharedKey(
  one: readonly BlockKey[],
  other: readonly BlockKey[],
  isCrowded: (key: BlockKey) => boolean,
): BlockKey | undefined {
  return one.find((key) => other.some((same) => same.rule === key.rule && same.key === key.key) && !isCrowded(key));
}

/** Which part of the work a key belongs to: a hash that is the same on every machine (FNV-1a). */
export function partOf(key: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return ((hash ^ (hash >>> 15)) >>> 0) % parts;
}
