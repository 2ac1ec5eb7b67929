import { sql, type Tx } from '#platform/database';

/** A cover of another scheme on days that are in the way of RAMED, with what told of it; gathered before it becomes a case or its evidence. */
export type FindingRow = {
  readonly request_id: string;
  readonly person_id: string;
  readonly territory: string;
  readonly family: number;
  readonly scheme: string;
  readonly organism: string;
  readonly held_as: 'insured' | 'dependant';
  readonly from_day: string;
  /** `infinity` while it is open. */
  readonly to_day: string;
  readonly card: string | null;
  readonly source_id: number | null;
  readonly member: string | null;
  readonly list_id: string | null;
  readonly envelope_id: string | null;
  readonly basis: 'card' | 'names';
  readonly likeness: number | null;
  readonly fields: Readonly<Record<string, string>>;
};

/** Opens the table of this deed's findings, gone with its transaction. */
export async function openFindings(tx: Tx): Promise<void> {
  await sql`
    create temporary table finding (request_id uuid, person_id uuid, territory text, family smallint, scheme text, organism text, held_as text,
      from_day date, to_day date, card text, source_id smallint, member text, list_id uuid, envelope_id uuid, basis text,
      likeness double precision, fields jsonb) on commit drop`.execute(tx);
}

export async function addFindings(tx: Tx, rows: readonly FindingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into finding select * from jsonb_populate_recordset(null::finding, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** RAMED's own days of a person of `m` that a cover `c` meets; a row for each cover that meets any. */
const meetsRamed = sql.raw(`
  join lateral (
    select r.birth_date from coverage.told_cover r
    where r.source_id = (select id from coverage.source where scheme = 'ramed') and r.member = m.person_id::text
      and r.known_to = 'infinity' and r.held_as is not null and r.from_day <= c.to_day and r.to_day >= c.from_day
    order by r.from_day desc limit 1) own on true`);

/** Members under the cards they state; `joined`: under the card of somebody whom they were found to be one with. */
const members = { stated: 'coverage.ramed_member', joined: 'coverage.joined_card' } as const;
type Under = keyof typeof members;

/** What is told under the cards of members, of one telling, of persons, or as far as `where` says. */
async function findByCard(tx: Tx, under: Under, where: ReturnType<typeof sql>): Promise<void> {
  await sql`
    insert into finding
    select m.request_id, m.person_id, m.territory,
      (select count(*) from coverage.ramed_member f where f.request_id = m.request_id), s.scheme, s.organism, c.held_as, c.from_day, c.to_day,
      m.card, c.source_id, c.member, c.list_id, null, 'card', null,
      jsonb_build_object('card', ${under === 'joined' ? 'joined' : 'same'}::text, 'birth', case when c.birth_date is null then 'missing'
        when c.birth_date = own.birth_date then 'same' else 'different' end)
    from coverage.told_cover c join coverage.source s on s.id = c.source_id and s.scheme <> 'ramed'
    join ${sql.table(members[under])} m on m.card = c.card ${under === 'joined' ? sql`and m.until = 'infinity'` : sql``} ${meetsRamed}
    where c.known_to = 'infinity' and c.held_as is not null and ${where}`.execute(tx);
}

/** What one telling of a body covers of RAMED, by national card. */
export async function findInTelling(tx: Tx, { source, knownAt }: { source: number; knownAt: string }): Promise<void> {
  const told = sql`c.source_id = ${source}::smallint and c.known_from = ${knownAt}::timestamptz`;
  await findByCard(tx, 'stated', told);
  await findByCard(tx, 'joined', told);
}

/** What the register covers of these persons of RAMED, by national card. */
export async function findOfPersons(tx: Tx, persons: readonly string[]): Promise<void> {
  const theirs = sql`m.person_id = any(${[...persons]}::uuid[])`;
  await findByCard(tx, 'stated', theirs);
  await findByCard(tx, 'joined', theirs);
}

/** What the register covers of RAMED, for the next cards after one; gives the last card and how many there were. */
export async function findOfCards(tx: Tx, after: string, most: number): Promise<{ last: string | undefined; cards: number }> {
  const { rows } = await sql<{ last: string | null; cards: number }>`
    select max(card) as last, count(*)::int as cards from (
      select card from coverage.ramed_member where card > ${after} order by card limit ${most}::int) next`.execute(tx);
  const { last, cards } = rows[0] ?? { last: null, cards: 0 };
  // Cards that members have by being one with somebody else are few: the first portion takes them all.
  if (after === '') await findByCard(tx, 'joined', sql`true`);
  if (last === null) return { last: undefined, cards: 0 };
  // Both in the order of their cards: a portion reads its own stretch of the register and nothing else.
  await findByCard(tx, 'stated', sql`m.card > ${after} and m.card <= ${last} and c.card > ${after} and c.card <= ${last}`);
  return { last, cards };
}

export type NamedPair = {
  readonly source_id: number;
  readonly member: string;
  readonly person: string;
  readonly likeness: number;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * Of members and persons of RAMED who are likely one, what the first are covered for on days of the second. Where a cover is told under a card and the
 * person is known by one, the card decides, not the name.
 */
export async function findOfPairs(tx: Tx, pairs: readonly NamedPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    insert into finding
    select m.request_id, m.person_id, m.territory,
      (select count(*) from coverage.ramed_member f where f.request_id = m.request_id), s.scheme, s.organism, c.held_as, c.from_day, c.to_day,
      m.card, c.source_id, c.member, c.list_id, null, 'names', p.likeness, p.fields
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as p(source_id smallint, member text, person uuid, likeness double precision, fields jsonb)
    join coverage.told_cover c on c.source_id = p.source_id and c.member = p.member
    join coverage.source s on s.id = c.source_id
    join coverage.ramed_member m on m.person_id = p.person ${meetsRamed}
    where c.known_to = 'infinity' and c.held_as is not null and (c.card is null or (m.card is null and not exists (
      select from coverage.joined_card j where j.request_id = m.request_id and j.person_id = m.person_id and j.until = 'infinity')))`.execute(
    tx,
  );
}
