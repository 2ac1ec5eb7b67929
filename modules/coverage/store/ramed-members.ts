import { sql, type Tx } from '#platform/database';

export type RamedMember = { request_id: string; person_id: string; card: string | null; territory: string };

/** Who of RAMED stands under which card. A card stated anew is the card. */
export async function saveRamedMembers(tx: Tx, rows: readonly RamedMember[]): Promise<void> {
  await sql`
    insert into coverage.ramed_member select * from jsonb_populate_recordset(null::coverage.ramed_member, ${JSON.stringify(rows)}::jsonb)
    on conflict (request_id, person_id) do nothing`.execute(tx);
}

export type RightLine = {
  member: string;
  held_as: 'insured' | 'dependant' | null;
  card: string | null;
  birth_date: string;
  from_day: string;
  to_day: string;
  territory: string;
};

/** The days of rights of RAMED, as lines to be laid over what we know, in the order given. */
export async function insertRightLines(tx: Tx, telling: string, rows: readonly RightLine[]): Promise<void> {
  const placed = rows.map((row, at) => ({ ...row, place: at + 1 }));
  await sql`
    insert into coverage.list_line (list_id, ordinal, line, member, held_as, card, birth_date, from_day, to_day, territory)
    select ${telling}::uuid, l.place, l.place, l.member, l.held_as, l.card, l.birth_date, l.from_day, l.to_day, l.territory
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      as l(place int, member text, held_as text, card text, birth_date date, from_day date, to_day date, territory text)`.execute(
    tx,
  );
}

/** The persons known in RAMED by these cards, with every card under which they are. */
export async function listCardsOf(tx: Tx, persons: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ card: string }>`
    select distinct card from coverage.ramed_member where person_id = any(${[...persons]}::uuid[]) and card is not null`.execute(
    tx,
  );
  return rows.map((row) => row.card);
}

export type FoundOverlap = { request_id: string; territory: string };

/**
 * Holds what a list wrote against RAMED: a cover of another body on days on which the same card has one here. Each is kept as a period and
 * a suspected case, once; gives the requests of the new cases.
 */
export async function suspectOverlaps(tx: Tx, { source, knownAt }: { source: number; knownAt: string }): Promise<FoundOverlap[]> {
  const { rows } = await sql<FoundOverlap>`
    with overlap as (
      select distinct on (m.request_id, m.person_id, s.scheme, c.from_day) m.request_id, m.person_id, m.territory, s.scheme, s.organism,
        c.held_as, c.from_day, c.to_day
      from coverage.told_cover c join coverage.source s on s.id = c.source_id join coverage.ramed_member m on m.card = c.card
      where c.source_id = ${source} and c.known_from = ${knownAt}::timestamptz and c.held_as is not null
        and exists (select from coverage.told_cover r
          where r.source_id = (select id from coverage.source where scheme = 'ramed') and r.member = m.person_id::text
            and r.known_to = 'infinity' and r.held_as is not null and r.from_day <= c.to_day and r.to_day >= c.from_day)
      order by m.request_id, m.person_id, s.scheme, c.from_day
    ), period as (
      insert into coverage.period (id, person_id, scheme, held_as, from_day, to_day, source, learnt_at, territory)
      select distinct on (person_id, scheme, from_day, organism) uuidv7(), person_id, scheme, held_as, from_day, nullif(to_day, 'infinity'),
        organism, ${knownAt}::timestamptz, territory
      from overlap order by person_id, scheme, from_day, organism
      on conflict (person_id, scheme, from_day, source) do update set to_day = excluded.to_day, held_as = excluded.held_as,
        learnt_at = excluded.learnt_at
      returning id, person_id, scheme, from_day, source
    )
    insert into coverage.cover_case (id, request_id, person_id, period_id, state, opened_at, territory)
    select uuidv7(), o.request_id, o.person_id, p.id, 'suspected', ${knownAt}::timestamptz, o.territory
    from overlap o join period p on p.person_id = o.person_id and p.scheme = o.scheme and p.from_day = o.from_day and p.source = o.organism
    on conflict (request_id, person_id, period_id) do nothing
    returning request_id, territory`.execute(tx);
  return rows;
}
