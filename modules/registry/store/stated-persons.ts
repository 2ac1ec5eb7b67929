import { sql, type Tx } from '#platform/database';
import type { KinRow, StatedPersonRow } from './search.ts';

/** Persons as stated last, in whatever household. */
export async function listPersonsAsStated(tx: Tx, persons: readonly string[]): Promise<StatedPersonRow[]> {
  const { rows } = await sql<StatedPersonRow>`
    select distinct on (m.person_id) m.person_id, m.household_id, p.cnie, m.family_fr, m.given_fr, m.family_ar, m.given_ar, m.sex,
      m.birth_date, m.territory
    from registry.household_member m join registry.person p on p.id = m.person_id
    where m.person_id = any(${[...persons]}::uuid[])
    order by m.person_id, m.household_id desc`.execute(tx);
  return rows;
}

export type StatedKin = KinRow &
  Pick<StatedPersonRow, 'family_fr' | 'family_ar'> & { request_id: string; stated_on: string; relation: string; sex: 'F' | 'M' };

/** The households that state a person, the last first, each with all its members. */
export async function listHouseholdsOf(tx: Tx, person: string): Promise<StatedKin[]> {
  const { rows } = await sql<StatedKin>`
    select o.household_id, h.request_id, h.stated_on, o.person_id, o.relation, o.sex, o.birth_date, o.given_fr, o.family_fr, o.given_ar, o.family_ar
    from registry.household h join registry.household_member o on o.household_id = h.id
    where h.id in (select m.household_id from registry.household_member m where m.person_id = ${person})
    order by h.id desc, o.ref`.execute(tx);
  return rows;
}
