import { sql, type Tx } from '#platform/database';

export type RamedMember = {
  request_id: string;
  person_id: string;
  card: string | null;
  birth_date: string;
  name_pairs: readonly number[];
  territory: string;
};

/** Who of RAMED stands under which card, and how their names are heard. Under another card somebody is another; a name may be corrected. */
export async function saveRamedMembers(tx: Tx, rows: readonly RamedMember[]): Promise<void> {
  await sql`
    insert into coverage.ramed_member as m (request_id, person_id, card, birth_date, name_pairs, territory)
    select distinct on (r.request_id, r.person_id) r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(request_id uuid, person_id uuid, card text, birth_date date, name_pairs int[], territory text)
    on conflict (request_id, person_id) do update set birth_date = excluded.birth_date, name_pairs = excluded.name_pairs
    where (m.birth_date, m.name_pairs) is distinct from (excluded.birth_date, excluded.name_pairs)`.execute(tx);
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
