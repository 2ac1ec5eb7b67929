import type { Tx } from '#platform/database';
import { type Likeness, likenessOf, type NamedPerson, soundsOfPerson } from '../model/matching/namesakes.ts';
import { usualChances } from '../model/matching/usual-chances.ts';
import { findLearned } from '../store/namesakes.ts';
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

/** These persons of the register by names, birth date and sex, as stated last. */
export async function listNamedPersons(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, NamedPerson>> {
  if (persons.length === 0) return new Map();
  const rows = await listPersonsAsStated(tx, persons);
  return new Map(rows.map((row) => [row.person_id, { names: toNames(row), sex: row.sex, birthDate: row.birth_date }]));
}
