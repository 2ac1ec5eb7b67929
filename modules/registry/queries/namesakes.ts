import type { Tx } from '#platform/database';
import { datesMeant, type Likeness, likenessOf, type NamedPerson, soundsOfPerson } from '../model/matching/namesakes.ts';
import { usualChances } from '../model/matching/usual-chances.ts';
import { soundsOf } from '../model/name-sounds.ts';
import { findLearned, listSoundingAlike } from '../store/namesakes.ts';
import { listSoundShares } from '../store/search.ts';
import { listPersonsAsStated } from '../store/stated-persons.ts';
import { toNames } from './shown-person.ts';

export type { Likeness, NamedPerson };

/** Holds a person of the register against another by names, birth date and sex. */
export type Weigher = (registered: NamedPerson, other: NamedPerson) => Likeness;

/**
 * How these persons of the register are weighed against others: by what the last search for duplicates has learned of it, or what is usual; a
 * name that few bear says more.
 */
export async function openWeigher(tx: Tx, registered: readonly NamedPerson[]): Promise<Weigher> {
  const estimate = (await findLearned(tx)) ?? usualChances;
  const sounds = registered.map(soundsOfPerson);
  const shares = {
    given: await listSoundShares(tx, 'given', [...new Set(sounds.map(({ given }) => given))]),
    family: await listSoundShares(tx, 'family', [...new Set(sounds.map(({ family }) => family))]),
  };
  return (one, other) => {
    const { given, family } = soundsOfPerson(one);
    return likenessOf(one, other, { estimate, shares: { given: shares.given.get(given), family: shares.family.get(family) } });
  };
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
  const rows = await listPersonsAsStated(tx, [...new Set(alike.map(({ person }) => person))]);
  const persons = new Map(rows.map((row) => [row.person_id, { names: toNames(row), sex: row.sex, birthDate: row.birth_date }]));
  const byRef = new Map(asked.map((one) => [one.ref, one]));
  const weighed = await openWeigher(tx, [...persons.values()]);
  const found = alike.flatMap(({ ref, person }): Namesake[] => {
    const [one, known] = [byRef.get(ref), persons.get(person)];
    return one && known ? [{ ref, person, ...weighed(known, one) }] : [];
  });
  return { found, compared: found.length };
}

function wordsOf({ fr, ar }: NamedPerson['names']) {
  const name = fr ?? ar;
  return name ? [...soundsOf(name.given), ...soundsOf(name.family)] : [];
}
