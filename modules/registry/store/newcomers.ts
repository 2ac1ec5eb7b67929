import { sql, type Tx } from '#platform/database';
import type { Estimate } from '../model/matching/estimate.ts';
import type { SearchRow, StatedPersonRow } from './search.ts';

/** The search of the whole register that ended last, and what newcomers are counted from. */
export type Base = Pick<SearchRow, 'id' | 'ended_at' | 'rules'> & {
  readonly estimate: Estimate | null;
  /** The last search that ended, of newcomers or of all. */
  readonly last_id: string;
  readonly last_began_at: string;
  readonly next_n: number;
};

export async function findBase(tx: Tx): Promise<Base | undefined> {
  const { rows } = await sql<Base>`
    select w.id, w.ended_at, w.rules, w.estimate, last.id as last_id, last.began_at as last_began_at,
      (select coalesce(max(n) + 1, 0) from registry.searched_person) as next_n
    from registry.duplicate_search w
    cross join lateral (
      select s.id, s.began_at from registry.duplicate_search s where s.step = 'ended' and (s.id = w.id or s.whole_id = w.id)
      order by s.began_at desc, s.id desc limit 1
    ) last
    where w.step = 'ended' and w.reach = 'whole' order by w.ended_at desc limit 1`.execute(tx);
  return rows[0];
}

/** As stated now, or by nobody any more (no household); with the household under which the person was read before. */
export type TouchedRow = Omit<StatedPersonRow, 'household_id'> & {
  readonly household_id: string | null;
  readonly read_before: string | null;
};

type Since = { readonly since: string; readonly sinceAt: string; readonly after: string; readonly most: number };

/**
 * The next persons after one of whom anything may have changed: whoever is in a household stated since, or was in one that it replaced, or is
 * known as another since or no longer.
 */
export async function listTouched(tx: Tx, { since, sinceAt, after, most }: Since): Promise<TouchedRow[]> {
  const { rows } = await sql<TouchedRow>`
    with stated as (
      select id, request_id from registry.household where id > ${since}::uuid
    ), touched as (
      select m.person_id from stated s join registry.household_member m on m.household_id = s.id
      union
      select m.person_id from stated s join registry.household o on o.request_id = s.request_id and o.superseded_at is not null
      join registry.household_member m on m.household_id = o.id
      union
      select person_id from registry.known_as where since > ${sinceAt}::timestamptz
        or (until > ${sinceAt}::timestamptz and until <> 'infinity')
    ), next as (
      select person_id from touched where person_id > ${after}::uuid order by person_id limit ${most}::int
    )
    select p.id as person_id, p.cnie, r.household_id as read_before, m.household_id, m.family_fr, m.given_fr, m.family_ar, m.given_ar, m.sex,
      m.birth_date, m.territory
    from next join registry.person p on p.id = next.person_id
    left join registry.searched_person r on r.person_id = p.id
    left join lateral (
      select m.* from registry.household_member m join registry.household h on h.id = m.household_id and h.superseded_at is null
      where m.person_id = p.id and not exists (select from registry.known_as k where k.person_id = p.id and k.until = 'infinity')
      order by m.household_id desc limit 1
    ) m on true
    order by p.id`.execute(tx);
  return rows;
}

export async function forgetSearchedPersons(tx: Tx, persons: readonly string[]): Promise<void> {
  await sql`delete from registry.searched_person where person_id = any(${[...persons]}::uuid[])`.execute(tx);
}
