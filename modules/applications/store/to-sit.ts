import { sql, type Tx } from '#platform/database';
import type { ApplicationRow } from './tables.ts';

export type ScoredFile = Pick<
  ApplicationRow,
  'id' | 'number' | 'territory' | 'head_names' | 'filed_on' | 'since' | 'proposal'
> & {
  came_by: string;
  note: string | null;
};

type Sought = { readonly territory: string; readonly among?: readonly string[] | undefined; readonly most: number };

/** The scored files of one commune, the longest scored first, each with the last step it took; read from the index of its queue. */
export async function listScored(tx: Tx, { territory, among, most }: Sought): Promise<ScoredFile[]> {
  const only = among ? sql`and a.id = any(${[...among]}::uuid[])` : sql``;
  const { rows } = await sql<ScoredFile>`
    select a.*, last.deed_name as came_by, last.reason as note from (
      select a.id, a.number, a.territory, a.head_names, a.filed_on, a.since, a.proposal from applications.application a
      where a.territory = ${territory} and a.state = 'scored' ${only} order by a.since, a.id limit ${most}::int
    ) a cross join lateral (
      select deed_name, reason from applications.passage p where p.application_id = a.id order by p.id desc limit 1
    ) last order by a.since, a.id`.execute(tx);
  return rows;
}

export type ReadyCommune = { territory: string; files: number; oldest: string };

/** How many scored files wait in each of these communes, and since when the oldest; all that the asker sees when none are named. */
export async function countScored(tx: Tx, communes: readonly string[] | undefined): Promise<ReadyCommune[]> {
  const within = communes ? sql`territory = any(${[...communes]}::text[]) and` : sql``;
  const { rows } = await sql<ReadyCommune>`
    select territory, count(*)::int as files, min(since) as oldest from applications.application
    where ${within} state = 'scored' group by territory order by territory`.execute(tx);
  return rows;
}

export type BasisRow = {
  id: string;
  version: number;
  declaration_digest: string;
  formula: string;
  formula_digest: string;
  result_digest: string;
  near_limit: boolean;
  was_adjourned: boolean;
};

/** What each of these files stands on today: the version of its declaration and the latest score of it. */
export async function listBases(tx: Tx, ids: readonly string[]): Promise<BasisRow[]> {
  const { rows } = await sql<BasisRow>`
    select a.id, a.declaration_digest, last.formula, last.formula_digest, last.result_digest,
      coalesce((last.result::jsonb ->> 'nearLimit')::boolean, false) as near_limit,
      coalesce((select max(v.version) from applications.version v where v.application_id = a.id), 1) as version,
      exists (select from applications.passage p where p.application_id = a.id and p.deed_name = 'adjourn') as was_adjourned
    from applications.application a cross join lateral (
      select formula, formula_digest, result_digest, result from applications.assessment s
      where s.application_id = a.id order by s.assessed_at desc limit 1
    ) last where a.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

export type AlikeRow = { id: string; why: 'phone' | 'address'; files: number };

/**
 * How many other open requests share the telephone or the address of each of these; those that somebody found not to be the same are left
 * out. An address that more than `hamlet` share says nothing.
 */
export async function countAlike(tx: Tx, ids: readonly string[], hamlet: number): Promise<AlikeRow[]> {
  const other = sql`
    join applications.application a on a.id = other.application_id and a.state <> 'closed'
    where own.application_id = any(${[...ids]}::uuid[]) and other.application_id <> own.application_id
      and not exists (select from applications.not_the_same n
        where n.one_id = least(own.application_id, other.application_id) and n.other_id = greatest(own.application_id, other.application_id))
    group by own.application_id`;
  const { rows } = await sql<AlikeRow>`
    select own.application_id as id, 'phone' as why, count(*)::int as files
    from applications.contact own join applications.contact other on other.phone = own.phone ${other}
    union all
    select own.application_id, 'address', count(*)::int
    from applications.contact own
    join applications.contact other on other.territory = own.territory and other.address_key = own.address_key ${other}
    having count(*) <= ${hamlet}::int`.execute(tx);
  return rows;
}

export type PapersRow = Pick<ApplicationRow, 'id' | 'filed_on' | 'declaration'> & { seen: string[] | null };

/** What each of these families declared, with the papers that a counter saw; none noted where papers were accepted with a whole delivery. */
export async function listPapersSeen(tx: Tx, ids: readonly string[]): Promise<PapersRow[]> {
  const { rows } = await sql<PapersRow>`
    select a.id, a.filed_on, a.declaration, entry.papers_seen as seen from applications.application a
    left join lateral (
      select papers_seen from applications.counter_entry e where e.application_id = a.id order by e.received_at desc, e.id desc limit 1
    ) entry on true where a.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

export type StandRow = { id: string; state: string; days: number };

/** In which state each of these files stood longest since it was filed, and for how many whole days. */
export async function listLongestStands(tx: Tx, ids: readonly string[], now: string): Promise<StandRow[]> {
  const { rows } = await sql<StandRow>`
    select distinct on (id) id, state, extract(day from stood)::int as days from (
      select application_id as id, to_state as state, sum(until - at) as stood from (
        select application_id, to_state, at,
          lead(at, 1, ${now}::timestamptz) over (partition by application_id order by id) as until
        from applications.passage where application_id = any(${[...ids]}::uuid[])
      ) step group by application_id, to_state
    ) stand order by id, stood desc`.execute(tx);
  return rows;
}
