import { sql, type Tx } from '#platform/database';

/** A list about to be reconciled: whose it is, and the day it stands on. */
export type Comparing = { readonly list: string; readonly source: number; readonly standsOn: string };

/**
 * For statements over whole lists: memory for their joins, and no joining line by line. Lines come and go by millions between two looks of
 * the planner, which then believes that there are none, and would read the whole once for each line.
 */
export async function makeRoom(tx: Tx): Promise<void> {
  await sql`select set_config('work_mem', '256MB', true), set_config('enable_nestloop', 'off', true)`.execute(tx);
}

/**
 * Refuses the lines of a full list that overlap another of the same member. The one that covers the list's day is kept, since a list says who is
 * covered then: a cover that ended, or is to come, must not hide the one that runs. Of several the one that goes on longest, then that began first.
 */
export async function refuseOverlaps(tx: Tx, { list, standsOn }: Pick<Comparing, 'list' | 'standsOn'>): Promise<void> {
  await sql`
    with several as (select member from coverage.list_line where list_id = ${list}::uuid group by member having count(*) > 1),
    running as (
      select distinct on (l.member) l.member, l.ordinal, l.from_day, l.to_day
      from coverage.list_line l join several on several.member = l.member
      where l.list_id = ${list}::uuid and ${standsOn}::date between l.from_day and l.to_day
      order by l.member, l.to_day desc, l.from_day, l.ordinal
    ), placed as (
      select l.member, l.ordinal, l.line, l.from_day, l.to_day, l.ordinal is not distinct from r.ordinal as runs,
        r.ordinal is not null and l.from_day <= r.to_day and l.to_day >= r.from_day as meets
      from coverage.list_line l join several on several.member = l.member left join running r on r.member = l.member
      where l.list_id = ${list}::uuid
    ), reached as (
      select *, min(from_day) filter (where not meets) over (partition by member order by to_day desc, from_day, ordinal
        rows between unbounded preceding and 1 preceding) as reached from placed
    ), gone as (
      delete from coverage.list_line l using reached p
      where not p.runs and (p.meets or p.reached <= p.to_day) and l.list_id = ${list}::uuid and l.ordinal = p.ordinal and l.member = p.member
      returning l.ordinal, l.line, l.member
    ), told as (
      insert into coverage.refused_line (list_id, ordinal, line, member, place, rule, territory)
      select ${list}::uuid, ordinal, line, member, 'from', 'overlaps-another-line', '' from gone returning 1
    )
    update coverage.list set accepted = accepted - found.n, refused = refused + found.n
    from (select count(*)::int as n from told) as found where id = ${list} and found.n > 0`.execute(tx);
}

/**
 * Who of a full list is not as we knew it: said otherwise, or covered on the list's day and not in it. Everybody else, nearly all of a list
 * that comes every month, is left untouched. Leaves the table `touched`, gone with the transaction.
 */
export async function findTouched(tx: Tx, { list, source, standsOn }: Comparing): Promise<void> {
  await sql`
    create temporary table touched on commit drop as
    select distinct coalesce(l.member, c.member) as member
    from (select member, from_day, to_day, held_as, card, birth_date from coverage.list_line where list_id = ${list}::uuid) l
    full join (
      select member, from_day, to_day, held_as, card, birth_date from coverage.told_cover
      where source_id = ${source}::smallint and known_to = 'infinity' and held_as is not null
    ) c on c.member = l.member and c.from_day = l.from_day
    where (l.member is null and c.to_day >= ${standsOn}::date) or (l.member is not null and (c.to_day is distinct from l.to_day
      or c.held_as is distinct from l.held_as or c.card is distinct from l.card or c.birth_date is distinct from l.birth_date))`.execute(
    tx,
  );
  await sql`create index on touched (member)`.execute(tx);
  await sql`analyze touched`.execute(tx);
}

/** Of a list of changes, everyone in it is touched. */
export async function touchEveryone(tx: Tx, list: string): Promise<void> {
  await sql`
    create temporary table touched on commit drop as
    select distinct member from coverage.list_line where list_id = ${list}::uuid`.execute(tx);
  await sql`create index on touched (member)`.execute(tx);
  await sql`analyze touched`.execute(tx);
}

export type Ending = {
  /** Covers that stood on the list's day. */
  readonly standing: number;
  /** Those whose member the list leaves out on that day. */
  readonly ending: number;
  /** Refused lines that do not even say of whom they speak: any of these covers may be theirs. */
  readonly nameless: number;
};

/** What a full list would end, before anything is changed. */
export async function countEnding(tx: Tx, { list, source, standsOn }: Comparing): Promise<Ending> {
  const { rows } = await sql<Ending>`
    with stood as (
      select member from coverage.told_cover
      where source_id = ${source}::smallint and known_to = 'infinity' and held_as is not null and ${standsOn}::date between from_day and to_day
    )
    select (select count(*)::int from stood) as standing,
      (select count(*)::int from stood s join touched using (member)
       where not exists (select from coverage.list_line l where l.list_id = ${list}::uuid and l.member = s.member
           and ${standsOn}::date between l.from_day and l.to_day)
         and not exists (select from coverage.refused_line r where r.list_id = ${list}::uuid and r.member = s.member)) as ending,
      (select count(*)::int from coverage.refused_line r where r.list_id = ${list}::uuid and r.member is null) as nameless`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a count is always a row');
  return row;
}
