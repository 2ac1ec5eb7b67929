import type { Tx } from '#platform/database';
import { listPersonsAsStated } from '../store/stated-persons.ts';
import { type ShownPerson, toShownPerson } from './shown-person.ts';

/** Persons as stated last, as an officer reads them. */
export async function listPersonsShown(tx: Tx, persons: readonly string[]): Promise<ShownPerson[]> {
  return persons.length === 0 ? [] : (await listPersonsAsStated(tx, persons)).map(toShownPerson);
}
