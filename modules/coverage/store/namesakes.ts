import { sql, type Tx } from '#platform/database';

/** Who is to be held against members told of by name: of RAMED, born on some days; or persons with how their names are heard. */
export type Whom = { readonly days: readonly string[] } | { readonly persons: readonly HeardPerson[] };
export type HeardPerson = {
  readonly person: string;
  readonly bears_card: boolean;
  readonly birth_date: string;
  readonly name_pairs: readonly number[];
};

/** One telling of a body. */
export type Telling = { readonly source: number; readonly toldAt: string };

/** A member told of by name, and a person born on that day, or with day and month exchanged, who is called alike as it is heard. */
export type Met = {
  readonly person: string;
  readonly source_id: number;
  readonly member: string;
  readonly family: string;
  readonly given: string;
  readonly sex: 'F' | 'M' | null;
  readonly birth_date: string;
  readonly bears_card: boolean;
};

/**
 * Who meets a member told of by name, of one telling or of all; never where both bear a card: it says already whether they are one. One statement for
 * any number, joined by day and sound; of the members it reads those born on the days of these persons, and who bears a card only on those of persons
 * without one.
 */
export async function listMeeting(tx: Tx, whom: Whom, telling: Telling | undefined): Promise<Met[]> {
  await sql`select set_config('work_mem', '128MB', true)`.execute(tx);
  const { rows } = await sql<Met>`
    with whom as materialized (${heardOf(whom)}),
    named as (
      select n.source_id, n.member, n.family, n.given, n.sex, n.birth_date, n.bears_card, n.born, unnest(n.name_pairs) as pair
      from coverage.named_member n
      where ${isOf(telling)} and ((not n.bears_card and n.born = any(array(select distinct born from whom)))
        or (n.bears_card and n.born = any(array(select distinct born from whom where not bears_card))))
    )
    select distinct p.person, n.source_id, n.member, n.family, n.given, n.sex, n.birth_date, n.bears_card
    from whom p join named n on n.born = p.born and n.pair = p.pair and not (n.bears_card and p.bears_card)`.execute(tx);
  return rows;
}

/** A row for each way in which the name of one of them is heard. */
function heardOf(whom: Whom): ReturnType<typeof sql> {
  return 'days' in whom
    ? sql`select person_id as person, card is not null as bears_card, born, unnest(name_pairs) as pair
        from coverage.ramed_member where born = any(${[...whom.days]}::date[])`
    : sql`select person, bears_card, coverage.born(birth_date) as born, unnest(name_pairs) as pair
        from jsonb_to_recordset(${JSON.stringify(whom.persons)}::jsonb)
          as g(person uuid, bears_card boolean, birth_date date, name_pairs int[])`;
}

/** A portion of a sweep holds at most so many days of RAMED in the store's memory. */
const MOST_DAYS = 1_000;

/** The days of birth of the next members told of by name, as many as come after a day. */
export async function listNextDays(
  tx: Tx,
  { after, most, telling }: { after: string; most: number; telling: Telling | undefined },
): Promise<string[]> {
  const { rows } = await sql<{ born: string }>`
    select distinct born from (
      select n.born from coverage.named_member n where n.born > ${after || '-infinity'}::date and ${isOf(telling)} order by n.born limit ${most}::int) next
    order by born limit ${MOST_DAYS}`.execute(tx);
  return rows.map(({ born }) => born);
}

function isOf(telling: Telling | undefined): ReturnType<typeof sql> {
  return telling ? sql`n.source_id = ${telling.source}::smallint and n.told_at = ${telling.toldAt}::timestamptz` : sql`true`;
}

/**
 * Forgets the names of members born on these days whom their body covers no more since a day: whoever comes into RAMED meets them no more. Each is looked
 * up by itself (`offset 0`): a portion would otherwise read the whole register.
 */
export async function forgetNames(tx: Tx, days: readonly string[], before: string): Promise<void> {
  await sql`
    delete from coverage.named_member n where n.born = any(${[...days]}::date[]) and not exists (
      select from coverage.told_cover c where c.source_id = n.source_id and c.member = n.member and c.known_to = 'infinity'
        and c.held_as is not null and c.to_day >= ${before}::date offset 0)`.execute(tx);
}

export type UnreadMember = Pick<Met, 'source_id' | 'member' | 'family' | 'given'>;

/** Members and persons of RAMED whose names nobody has read yet for how they are heard. */
export async function listUnread(tx: Tx, most: number): Promise<{ members: UnreadMember[]; persons: string[] }> {
  const { rows: members } = await sql<UnreadMember>`
    select source_id, member, family, given from coverage.named_member where name_pairs is null limit ${most}::int`.execute(tx);
  const { rows } = await sql<{ person: string }>`
    select distinct person_id as person from (select person_id from coverage.ramed_member where name_pairs is null limit ${most}::int) m`.execute(
    tx,
  );
  return { members, persons: rows.map(({ person }) => person) };
}

export type ReadMember = Pick<Met, 'source_id' | 'member'> & { readonly name_pairs: readonly number[] };
export type ReadPerson = Pick<HeardPerson, 'person' | 'name_pairs'> & { readonly birth_date: string | null };

export async function saveRead(tx: Tx, read: { members: readonly ReadMember[]; persons: readonly ReadPerson[] }): Promise<void> {
  await sql`
    update coverage.named_member n set name_pairs = r.name_pairs
    from jsonb_to_recordset(${JSON.stringify(read.members)}::jsonb) as r(source_id smallint, member text, name_pairs int[])
    where n.source_id = r.source_id and n.member = r.member`.execute(tx);
  await sql`
    update coverage.ramed_member m set name_pairs = r.name_pairs, birth_date = r.birth_date
    from jsonb_to_recordset(${JSON.stringify(read.persons)}::jsonb) as r(person uuid, name_pairs int[], birth_date date)
    where m.person_id = r.person`.execute(tx);
}
