import type { Tx } from '#platform/database';
import { datesMeant, type Likeness, likenessOf, type NamedPerson } from '../model/matching/namesakes.ts';
import { usualChances } from '../model/matching/usual-chances.ts';
import { soundsOf } from '../model/name-sounds.ts';
import { findLearned, listSoundingAlike } from '../store/namesakes.ts';
import { listPersonsAsStated } from '../store/stated-persons.ts';
import { toNames } from './shown-person.ts';

export type { Likeness, NamedPerson };

/** Holds two persons against each other by names, birth date and sex. */
export type Weigher = (one: NamedPerson, other: NamedPerson) => Likeness;

/** How two persons are weighed: by what the last search for duplicates has learned of the register, or what is usual. */
export async function openWeigher(tx: Tx): Promise<Weigher> {
  const estimate = (await findLearned(tx)) ?? usualChances;
  return (one, other) => likenessOf(one, other, estimate);
}

export type Namesake = Likeness & { readonly ref: string; readonly person: string };

/**
 * Persons of the register who may be those asked about: born on that day, or with day and month exchanged, and named so as it is heard, in
 * either script. Each with how likely it is; the asker decides from where on it matters.
 */
export async function listNamesakes(
  tx: Tx,
  asked: readonly (NamedPerson & { readonly ref: string })[],
): Promise<{ found: Namesake[]; compared: number }> {
  const sought = asked.map(({ ref, names, birthDate }) => ({ ref, words: wordsOf(names), dates: datesMeant(birthDate) }));
  const alike = await listSoundingAlike(tx, sought);
  const persons = new Map(
    (await listPersonsAsStated(tx, [...new Set(alike.map(({ person }) => person))])).map((row) => [row.person_id, row]),
  );
  const byRef = new Map(asked.map((one) => [one.ref, one]));
  const weighed = await openWeigher(tx);
  const found = alike.flatMap(({ ref, person }): Namesake[] => {
    const [one, other] = [byRef.get(ref), persons.get(person)];
    if (!one || !other) return [];
    const known = { names: toNames(other), sex: other.sex, birthDate: other.birth_date };
    return [{ ref, person, ...weighed(one, known) }];
  });
  return { found, compared: found.length };
}

function wordsOf({ fr, ar }: NamedPerson['names']) {
  const name = fr ?? ar;
  return name ? [...soundsOf(name.given), ...soundsOf(name.family)] : [];
}
