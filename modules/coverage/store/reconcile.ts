import { sql, type Tx } from '#platform/database';

/**
 * What is told of some days, laid over what was known of them. `full` speaks of everyone from its day on, and about earlier days only
 * where it says something new; `changes` speaks of the days of its lines, and not where newer knowledge stands.
 */
export type Telling = {
  readonly list: string;
  readonly source: number;
  readonly kind: 'full' | 'changes';
  /** The moment whose knowledge it is. */
  readonly standsAt: string;
  readonly standsOn: string;
  /** What comes late speaks of the days before this one only. */
  readonly before: string | null;
  /** The moment from which it is known. */
  readonly knownAt: string;
};

export type Told = { readonly superseded: number; readonly written: number };

/**
 * Lays the lines of a list over the register for the members in `touched`. Nothing that was known is changed: what no longer stands is
 * superseded, and what now does is written beside it. Statements over sets: their number does not grow with the list.
 */
export async function reconcile(tx: Tx, telling: Telling): Promise<Told> {
  const fresh = await writeFresh(tx, telling);
  await gatherKnown(tx, telling);
  await gatherTold(tx, telling);
  await cutIntoPieces(tx);
  await weigh(tx, telling);
  const superseded = await supersede(tx, telling);
  const written = await writeChanged(tx, telling);
  for (const table of ['outcome', 'piece', 'telling', 'known', 'touched']) await sql.raw(`drop table ${table}`).execute(tx);
  return { superseded, written: written + fresh };
}

/** Members never told of before have nothing to be laid over: the lines of a full list are their cover. */
async function writeFresh(tx: Tx, { list, source, kind, standsAt, knownAt }: Telling): Promise<number> {
  if (kind !== 'full') return 0;
  const { numAffectedRows } = await sql`
    insert into coverage.told_cover
      (source_id, member, from_day, to_day, held_as, card, birth_date, stands_at, list_id, known_from, territory)
    select ${source}::smallint, l.member, l.from_day, l.to_day, l.held_as, l.card, l.birth_date, ${standsAt}::timestamptz, l.list_id,
      ${knownAt}::timestamptz, l.territory
    from coverage.list_line l join touched using (member)
    where l.list_id = ${list}::uuid
      and not exists (select from coverage.told_cover c where c.source_id = ${source}::smallint and c.member = l.member)
    order by l.member, l.from_day`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** What we know now of the touched. Of those just written nothing is to be found: they are as they were told. */
async function gatherKnown(tx: Tx, { source, kind, knownAt }: Telling): Promise<void> {
  const older = kind === 'full' ? sql`and c.known_from < ${knownAt}::timestamptz` : sql``;
  await sql`
    create temporary table known on commit drop as
    select c.member, c.from_day, c.to_day, c.held_as, c.card, c.birth_date, c.stands_at, c.list_id, c.known_from, c.territory
    from coverage.told_cover c join touched using (member)
    where c.source_id = ${source}::smallint and c.known_to = 'infinity' ${older}`.execute(tx);
  await sql`create index on known (member, from_day)`.execute(tx);
  await sql`analyze known`.execute(tx);
}

/** What is told of them: the lines, the later over the earlier; under those of a full list, that from its day on there is no cover. */
async function gatherTold(tx: Tx, { list, kind, standsOn, before }: Telling): Promise<void> {
  const last = before === null ? sql`l.to_day` : sql`least(l.to_day, ${before}::date - 1)`;
  const known = kind === 'full' ? sql`and exists (select from known k where k.member = l.member)` : sql``;
  await sql`
    create temporary table telling on commit drop as
    select l.member, l.ordinal, l.from_day, ${last} as to_day, l.held_as, l.card, l.birth_date, l.territory
    from coverage.list_line l join touched using (member) where l.list_id = ${list}::uuid and l.from_day <= ${last} ${known}`.execute(
    tx,
  );
  if (kind === 'full') {
    await sql`
      insert into telling
      select distinct k.member, 0, ${standsOn}::date, 'infinity'::date, null::text, null::text, null::date, ''
      from known k where not exists (select from coverage.refused_line r where r.list_id = ${list}::uuid and r.member = k.member)`.execute(
      tx,
    );
  }
  await sql`create index on telling (member, from_day)`.execute(tx);
  await sql`analyze telling`.execute(tx);
}

/** The stretches of days on which nothing changes, in what was known or in what is told. */
async function cutIntoPieces(tx: Tx): Promise<void> {
  await sql`
    create temporary table piece on commit drop as
    with bound as (
      select member, from_day as day from telling union select member, to_day + 1 from telling
      union select member, from_day from known union select member, to_day + 1 from known
    ), stretch as (
      select member, day as from_day, lead(day) over (partition by member order by day) - 1 as to_day from bound
    )
    select member, from_day, to_day from stretch where to_day is not null`.execute(tx);
  await sql`analyze piece`.execute(tx);
}

/** Of each piece, what is told or what was known; pieces that say the same side by side are one again. */
async function weigh(tx: Tx, { list, kind, standsAt }: Telling): Promise<void> {
  // A full list speaks on a piece only where it says something new; a list of changes wherever nothing newer stands.
  const speaks =
    kind === 'full'
      ? sql`t.ordinal is not null and (t.held_as, t.card, t.birth_date) is distinct from (k.held_as, k.card, k.birth_date)`
      : sql`t.ordinal is not null and (k.stands_at is null or k.stands_at <= ${standsAt}::timestamptz)`;
  await sql`
    create temporary table outcome on commit drop as
    with weighed as (
      select p.member, p.from_day, p.to_day, k.stands_at is not null as is_known, ${speaks} as speaks, t.held_as as t_held_as, t.card as t_card,
        t.birth_date as t_birth_date, t.territory as t_territory, k.held_as, k.card, k.birth_date, k.stands_at, k.list_id, k.territory
      from piece p
      left join lateral (
        select * from telling t where t.member = p.member and t.from_day <= p.from_day and t.to_day >= p.from_day
        order by t.ordinal desc limit 1) t on true
      left join lateral (
        select * from known k where k.member = p.member and k.from_day <= p.from_day and k.to_day >= p.from_day) k on true
    ), said as (
      select member, from_day, to_day, case when speaks then t_held_as else held_as end as held_as,
        case when speaks then t_card else card end as card, case when speaks then t_birth_date else birth_date end as birth_date,
        case when speaks then ${standsAt}::timestamptz else stands_at end as stands_at,
        case when speaks then ${list}::uuid else list_id end as list_id,
        case when speaks then t_territory else territory end as territory
      from weighed where speaks or is_known
    ), marked as (
      select *, (lag(to_day) over days + 1 = from_day and (lag(held_as) over days, lag(card) over days, lag(birth_date) over days,
          lag(stands_at) over days, lag(list_id) over days) is not distinct from (held_as, card, birth_date, stands_at, list_id))
        is not true as begins
      from said window days as (partition by member order by from_day)
    ), grouped as (
      select *, count(*) filter (where begins) over (partition by member order by from_day) as place from marked
    )
    select member, min(from_day) as from_day, max(to_day) as to_day, held_as, card, birth_date, stands_at, list_id, max(territory) as territory
    from grouped group by member, place, held_as, card, birth_date, stands_at, list_id`.execute(tx);
  await sql`analyze outcome`.execute(tx);
}

const isTheSame = sql.raw(
  'o.member = k.member and o.from_day = k.from_day and o.to_day = k.to_day and o.stands_at = k.stands_at ' +
    'and (o.held_as, o.card, o.birth_date, o.list_id) is not distinct from (k.held_as, k.card, k.birth_date, k.list_id)',
);

/** What no longer stands as it was known is known so until now. */
async function supersede(tx: Tx, { source, knownAt }: Telling): Promise<number> {
  const { numAffectedRows } = await sql`
    update coverage.told_cover c set known_to = ${knownAt}::timestamptz
    from known k
    where not exists (select from outcome o where ${isTheSame})
      and c.source_id = ${source}::smallint and c.member = k.member and c.from_day = k.from_day and c.known_from = k.known_from`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

async function writeChanged(tx: Tx, { source, knownAt }: Telling): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into coverage.told_cover
      (source_id, member, from_day, to_day, held_as, card, birth_date, stands_at, list_id, known_from, territory)
    select ${source}::smallint, o.member, o.from_day, o.to_day, o.held_as, o.card, o.birth_date, o.stands_at, o.list_id, ${knownAt}::timestamptz,
      o.territory
    from outcome o where not exists (select from known k where ${isTheSame})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
