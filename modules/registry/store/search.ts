import { sql, type Tx } from '#platform/database';
import type { Estimate } from '../model/matching/estimate.ts';

export type SearchStep = 'reading' | 'gathering' | 'learning' | 'weighing' | 'joining' | 'ended';

/** All of the register, or whoever came or was stated anew since. */
export type SearchReach = 'whole' | 'newcomers';

export type SearchRow = {
  id: string;
  step: SearchStep;
  reach: SearchReach;
  whole_id: string | null;
  since: string | null;
  since_at: string | null;
  first_new: number;
  rules: number | null;
  began_at: string;
  ended_at: string | null;
  /** When the last portion was done. */
  moved_at: string | null;
  read_to: string;
  next_block: number;
  persons: number;
  pairs: number;
  compared: number;
  patterns: Record<string, number>;
  estimate: Estimate | null;
  certain_from: number;
  review_from: number;
};

type Known = 'step' | 'ended_at' | 'moved_at' | 'read_to' | 'next_block' | 'persons' | 'pairs' | 'compared' | 'patterns';
export type Beginning = Omit<SearchRow, Known>;

/** Begins a search, unless one is under way: then that one. */
export async function beginSearch(tx: Tx, beginning: Beginning): Promise<string> {
  const row = { ...beginning, step: 'reading', read_to: '00000000-0000-0000-0000-000000000000' };
  const { rows: begun } = await sql<{ id: string }>`
    insert into registry.duplicate_search
      (id, step, reach, whole_id, since, since_at, first_new, rules, estimate, began_at, read_to, certain_from, review_from)
    select id, step, reach, whole_id, since, since_at, first_new, rules, nullif(estimate, 'null'), began_at, read_to, certain_from, review_from
    from jsonb_populate_record(null::registry.duplicate_search, ${JSON.stringify(row)}::jsonb)
    on conflict do nothing returning id`.execute(tx);
  if (begun[0]) return begun[0].id;
  const { rows } = await sql<{ id: string }>`select id from registry.duplicate_search where step <> 'ended'`.execute(tx);
  const [underWay] = rows;
  if (!underWay) throw new Error('no search is under way and none could begin');
  return underWay.id;
}

/** A search, held until the deed ends: one portion after the other. */
export async function takeSearch(tx: Tx, id: string): Promise<SearchRow> {
  const { rows } = await sql<SearchRow>`select * from registry.duplicate_search where id = ${id} for update`.execute(tx);
  const [search] = rows;
  if (!search) throw new Error('there is no such search');
  return search;
}

export type SearchSeen = Pick<SearchRow, 'began_at' | 'moved_at' | 'persons' | 'compared'>;

/** The search that has begun and not ended: there is one at most. */
export async function findSearchUnderWay(tx: Tx): Promise<SearchSeen | undefined> {
  const { rows } = await sql<SearchSeen>`
    select began_at, moved_at, persons, compared from registry.duplicate_search where step <> 'ended'`.execute(tx);
  return rows[0];
}

export type LastSearch = {
  readonly ended_at: string;
  readonly persons: number;
  readonly compared: number;
  /** All searches of newcomers since, together; null where there was none. */
  readonly newcomers: { readonly ended_at: string; readonly persons: number; readonly compared: number } | null;
};

/** The search of the whole register that ended last, with what was searched of newcomers since. */
export async function findLastSearch(tx: Tx): Promise<LastSearch | undefined> {
  const { rows } = await sql<LastSearch>`
    select w.ended_at, w.persons, w.compared, later.newcomers
    from registry.duplicate_search w
    cross join lateral (
      select case when count(*) > 0 then json_build_object('ended_at', max(s.ended_at), 'persons', sum(s.persons), 'compared', sum(s.compared))
        end as newcomers
      from registry.duplicate_search s where s.whole_id = w.id and s.step = 'ended'
    ) later
    where w.step = 'ended' and w.reach = 'whole' order by w.ended_at desc limit 1`.execute(tx);
  return rows[0];
}

type Reached = Partial<Pick<SearchRow, Known | 'estimate'>>;

export async function saveSearch(tx: Tx, search: SearchRow, reached: Reached): Promise<void> {
  const { step, ended_at, moved_at, read_to, next_block, persons, pairs, compared, patterns, estimate } = {
    ...search,
    ...reached,
  };
  await sql`
    update registry.duplicate_search set step = ${step}, ended_at = ${ended_at}, moved_at = ${moved_at}, read_to = ${read_to}, next_block = ${next_block},
      persons = ${persons}, pairs = ${pairs}, compared = ${compared}, patterns = ${JSON.stringify(patterns)}::jsonb,
      estimate = ${estimate === null ? null : JSON.stringify(estimate)}::jsonb
    where id = ${search.id}`.execute(tx);
}

export type StatedPersonRow = {
  person_id: string;
  household_id: string;
  cnie: string | null;
  family_fr: string | null;
  given_fr: string | null;
  family_ar: string | null;
  given_ar: string | null;
  sex: 'F' | 'M';
  birth_date: string;
  territory: string;
};

/** The next persons after one, each as stated last; those who are known as another are read under that one. */
export async function listPersonsToSearch(
  tx: Tx,
  after: string,
  most: number,
): Promise<{ last?: string; rows: StatedPersonRow[] }> {
  const { rows } = await sql<StatedPersonRow & { household_id: string | null }>`
    select p.id as person_id, m.household_id, p.cnie, m.family_fr, m.given_fr, m.family_ar, m.given_ar, m.sex, m.birth_date, m.territory
    from (select id, cnie from registry.person where id > ${after}::uuid order by id limit ${most}) p
    left join lateral (
      select m.* from registry.household_member m join registry.household h on h.id = m.household_id and h.superseded_at is null
      where m.person_id = p.id and not exists (select from registry.known_as k where k.person_id = p.id and k.until = 'infinity')
      order by m.household_id desc limit 1
    ) m on true
    order by p.id`.execute(tx);
  const last = rows.at(-1)?.person_id;
  return { ...(last === undefined ? {} : { last }), rows: rows.filter((row) => row.household_id !== null) };
}

export type KinRow = Pick<StatedPersonRow, 'person_id' | 'household_id' | 'given_fr' | 'given_ar' | 'birth_date'>;

export async function listKin(tx: Tx, households: readonly string[]): Promise<KinRow[]> {
  const { rows } = await sql<KinRow>`
    select household_id, person_id, given_fr, given_ar, birth_date from registry.household_member
    where household_id = any(${[...households]}::uuid[])`.execute(tx);
  return rows;
}

export type SearchedPersonRow = StatedPersonRow & {
  n: number;
  kin: readonly string[];
  keys: readonly number[];
  given_sound: string;
  family_sound: string;
};

export async function insertSearchedPersons(tx: Tx, rows: readonly SearchedPersonRow[]): Promise<void> {
  await sql`
    insert into registry.searched_person
    select * from jsonb_populate_recordset(null::registry.searched_person, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

export async function listSearchedPersons(tx: Tx, numbers: readonly number[]): Promise<SearchedPersonRow[]> {
  const { rows } = await sql<SearchedPersonRow>`
    select * from registry.searched_person where n = any(${[...numbers]}::int[]) order by n`.execute(tx);
  return rows;
}

/**
 * Puts together who shares a key, in one statement over all of them, or with whoever is numbered from `first` on; gives how many pairs that
 * makes. How many bear which names is counted anew over everyone who was read.
 */
export async function gatherBlocks(tx: Tx, { most, first }: { most: number; first: number }): Promise<number> {
  await sql`select set_config('work_mem', '192MB', true)`.execute(tx);
  await sql`truncate registry.search_block, registry.crowded_key, registry.sound_share`.execute(tx);
  const keys = sql`select unnest(keys) as key, n from registry.searched_person`;
  const wanted =
    first === 0
      ? keys
      : sql`select * from (${keys}) k where key in (select unnest(keys) from registry.searched_person
    where n >= ${first}::int)`;
  await sql`
    with shared as materialized (
      select key, array_agg(n) as members from (${wanted}) k group by key having count(*) > 1
    ), crowded as (
      insert into registry.crowded_key select key from shared where cardinality(members) > ${most}
    )
    insert into registry.search_block (block, key, members)
    select row_number() over (order by key), key, members from shared where cardinality(members) <= ${most}`.execute(tx);
  await sql`
    insert into registry.sound_share (part, sound, persons)
    select 'given', given_sound, count(*) from registry.searched_person group by given_sound
    union all select 'family', family_sound, count(*) from registry.searched_person group by family_sound`.execute(tx);
  const { rows } = await sql<{ pairs: number }>`
    select coalesce(sum(pairs), 0)::bigint as pairs from (
      select cardinality(members)::bigint * (cardinality(members) - 1) / 2 - old * (old - 1) / 2 as pairs
      from registry.search_block
      cross join lateral (select count(*) as old from unnest(members) n where n < ${first}::int) before
    ) b`.execute(tx);
  return rows[0]?.pairs ?? 0;
}

export type Block = { block: number; key: number; members: number[] };

/** The next blocks, every one or one in so many. */
export async function listBlocks(tx: Tx, after: number, { most, every }: { most: number; every: number }): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select block, key, members from registry.search_block where block > ${after}::int and block % ${every}::int = 0
    order by block limit ${most}::int`.execute(tx);
  return rows;
}

export async function listCrowdedKeys(tx: Tx): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ key: number }>`select key from registry.crowded_key`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

/** Of all persons read, the part who bear names that sound so; a sound that nobody bears is taken for half a person's. Empty before a search. */
export async function listSoundShares(
  tx: Tx,
  part: 'given' | 'family',
  sounds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ sound: string; share: number }>`
    select w.sound, coalesce(s.persons, 0.5)::float8 / total.persons as share
    from unnest(${[...sounds]}::text[]) as w(sound)
    cross join (select sum(persons)::float8 as persons from registry.sound_share where part = ${part}) total
    left join registry.sound_share s on s.part = ${part} and s.sound = w.sound
    where total.persons > 0`.execute(tx);
  return new Map(rows.map(({ sound, share }) => [sound, share]));
}

/** A search of the whole register reads everyone anew. */
export async function emptySearched(tx: Tx): Promise<void> {
  await sql`truncate registry.searched_person`.execute(tx);
}

/** Blocks serve one search; who was read, and how many bear which names, is kept for the next ones. */
export async function emptyBlocks(tx: Tx): Promise<void> {
  await sql`truncate registry.search_block, registry.crowded_key`.execute(tx);
}
