import { sql, type Tx } from '#platform/database';
import type { Clustered, Known, Link } from '../model/matching/clusters.ts';
import type { Band, FieldWeight } from '../model/matching/weigh.ts';

export type PairState = 'open' | 'same' | 'different';

export type LikelyPairRow = {
  id: string;
  one: string;
  other: string;
  probability: number;
  bits: number;
  fields: readonly FieldWeight[];
  band: Band;
  contradicted: boolean;
  cluster: string | null;
  state: PairState;
  search_id: string;
  territory: string;
};

/** Stores pairs as they were weighed now; of one that was decided, nothing changes. */
export async function saveLikelyPairs(
  tx: Tx,
  rows: readonly Omit<LikelyPairRow, 'contradicted' | 'cluster' | 'state'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into registry.likely_pair as p (id, one, other, probability, bits, fields, band, search_id, territory)
    select id, one, other, probability, bits, fields, band, search_id, territory
    from jsonb_populate_recordset(null::registry.likely_pair, ${JSON.stringify(rows)}::jsonb)
    on conflict (one, other) do update set probability = excluded.probability, bits = excluded.bits, fields = excluded.fields,
      band = excluded.band, search_id = excluded.search_id
    where p.state = 'open'`.execute(tx);
}

type Searched = { readonly id: string; readonly first_new: number };

/** Pairs that were open and that this search did not find again, of persons whom it read; and of whoever is read no more. */
export async function forgetOpenPairs(tx: Tx, { id, first_new }: Searched): Promise<void> {
  await sql`
    delete from registry.likely_pair p where state = 'open' and search_id <> ${id}
      and not exists (select from registry.pair_decision d where d.pair_id = p.id)
      and (select count(*) from registry.searched_person s where s.person_id in (p.one, p.other) and s.n < ${first_new}::int) < 2`.execute(
    tx,
  );
}

/** The links to join along, found by this search or, of newcomers, by those it goes on from; and the pairs that somebody kept apart. */
export async function listLinks(
  tx: Tx,
  { id, whole_id }: { readonly id: string; readonly whole_id: string | null },
): Promise<{ links: Link[]; apart: { one: string; other: string }[] }> {
  const { rows: links } = await sql<Link>`
    select one, other, case state when 'same' then 1 else probability end as probability from registry.likely_pair
    where state = 'same' or (state = 'open' and (band = 'certain' or contradicted) and search_id in (
      select s.id from registry.duplicate_search s where s.id in (${id}, ${whole_id ?? id}) or s.whole_id = ${whole_id}))`.execute(
    tx,
  );
  const { rows: apart } = await sql<{ one: string; other: string }>`
    select one, other from registry.likely_pair where state = 'different'`.execute(tx);
  return { links, apart };
}

/** What is known of persons that may speak against their being one. */
export async function listKnown(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await sql<Known>`
    select p.id as person, p.cnie, p.sex, p.birth_date as "birthDate",
      array(select m.household_id from registry.household_member m where m.person_id = p.id) as households
    from registry.person p where p.id = any(${[...persons]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.person, row]));
}

export async function saveClusters(tx: Tx, { clusterOf, contradicted }: Clustered): Promise<void> {
  await sql`update registry.likely_pair set cluster = null, contradicted = false where cluster is not null or contradicted`.execute(
    tx,
  );
  const [persons, clusters] = [[...clusterOf.keys()], [...clusterOf.values()]];
  await sql`
    update registry.likely_pair p set cluster = c.cluster
    from unnest(${persons}::uuid[], ${clusters}::uuid[]) as c(person, cluster), unnest(${persons}::uuid[], ${clusters}::uuid[]) as d(person, cluster)
    where c.person = p.one and d.person = p.other and c.cluster = d.cluster`.execute(tx);
  const [ones, others] = [contradicted.map(({ one }) => one), contradicted.map(({ other }) => other)];
  await sql`
    update registry.likely_pair p set contradicted = true, band = 'review'
    from unnest(${ones}::uuid[], ${others}::uuid[]) as c(one, other) where c.one = p.one and c.other = p.other`.execute(tx);
}

/** These pairs, held until the deed ends; in one order, so that two deeds never wait for each other in a ring. */
export async function takePairs(tx: Tx, ids: readonly string[]): Promise<LikelyPairRow[]> {
  const { rows } = await sql<LikelyPairRow>`
    select * from registry.likely_pair where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx);
  return rows;
}

export async function findPair(tx: Tx, id: string): Promise<LikelyPairRow | undefined> {
  const { rows } = await sql<LikelyPairRow>`select * from registry.likely_pair where id = ${id}`.execute(tx);
  return rows[0];
}

export type Asked = {
  readonly state: 'open' | 'decided';
  readonly before: { readonly probability: number; readonly id: string } | undefined;
  readonly most: number;
};

/** The likeliest first; those decided, the last ones first. */
export async function listPairs(tx: Tx, { state, before, most }: Asked): Promise<LikelyPairRow[]> {
  const { probability = 2, id = 'ffffffff-ffff-ffff-ffff-ffffffffffff' } = before ?? {};
  const wanted = state === 'open' ? sql`state = 'open'` : sql`state <> 'open'`;
  const { rows } = await sql<LikelyPairRow>`
    select * from registry.likely_pair where ${wanted} and (probability, id) < (${probability}::float8, ${id}::uuid)
    order by probability desc, id desc limit ${most}`.execute(tx);
  return rows;
}

export type PairCounts = { certain: number; review: number; same: number; different: number };

export async function countPairs(tx: Tx): Promise<PairCounts> {
  const { rows } = await sql<PairCounts>`
    select count(*) filter (where state = 'open' and band = 'certain') as certain,
      count(*) filter (where state = 'open' and band = 'review') as review,
      count(*) filter (where state = 'same') as same, count(*) filter (where state = 'different') as different
    from registry.likely_pair`.execute(tx);
  return rows[0] ?? { certain: 0, review: 0, same: 0, different: 0 };
}

/** The other pairs of whom either belongs to. */
export async function listPairsBeside(
  tx: Tx,
  { id, one, other }: Pick<LikelyPairRow, 'id' | 'one' | 'other'>,
): Promise<LikelyPairRow[]> {
  const { rows } = await sql<LikelyPairRow>`
    select * from registry.likely_pair
    where id <> ${id} and (one = any(array[${one}, ${other}]::uuid[]) or other = any(array[${one}, ${other}]::uuid[]))
    order by probability desc limit 20`.execute(tx);
  return rows;
}

export type DecisionRow = {
  id: string;
  pair_id: string;
  decision: 'same' | 'different' | 'taken-back';
  reason: string;
  note: string | null;
  decided_by: string;
  decided_at: string;
  territory: string;
};

const states = { same: 'same', different: 'different', 'taken-back': 'open' } as const;

export async function saveDecision(tx: Tx, row: DecisionRow): Promise<void> {
  await sql`insert into registry.pair_decision select * from jsonb_populate_record(null::registry.pair_decision, ${JSON.stringify(row)}::jsonb)`.execute(
    tx,
  );
  await sql`update registry.likely_pair set state = ${states[row.decision]} where id = ${row.pair_id}`.execute(tx);
}

export async function listDecisions(tx: Tx, pair: string): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select * from registry.pair_decision where pair_id = ${pair} order by decided_at desc, id desc`.execute(tx);
  return rows;
}
