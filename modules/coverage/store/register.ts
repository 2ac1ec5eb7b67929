import { sql, type Tx } from '#platform/database';

export type CoverRow = {
  readonly organism: string;
  readonly scheme: string;
  readonly heldAs: 'insured' | 'dependant';
  readonly from: string;
  /** Null while it is open. */
  readonly to: string | null;
  readonly knownSince: string;
  /** Null while it is what we know. */
  readonly knownUntil: string | null;
  readonly standsAt: string;
  /** Null of RAMED, whose rights tell themselves. */
  readonly list: string | null;
};

/** Who is asked about: under one of these cards, or by RAMED's own number of the person. */
export type Whom = { readonly cards: readonly string[]; readonly persons: readonly string[] };

const columns = sql.raw(`
  s.organism, s.scheme, c.held_as as "heldAs", c.from_day as "from", nullif(c.to_day, 'infinity') as "to", c.known_from as "knownSince",
  nullif(c.known_to, 'infinity') as "knownUntil", c.stands_at as "standsAt", case when s.scheme <> 'ramed' then c.list_id end as list`);

const isTheirs = ({ cards, persons }: Whom) =>
  sql`(c.card = any(${[...cards]}::text[]) or (c.member = any(${[...persons]}::text[])
    and c.source_id = (select id from coverage.source where scheme = 'ramed')))`;

/** The covers of somebody that stand on a day, as we knew them at a moment. */
export async function listCoversOn(tx: Tx, whom: Whom, { on, known }: { on: string; known: string }): Promise<CoverRow[]> {
  const { rows } = await sql<CoverRow>`
    select ${columns} from coverage.told_cover c join coverage.source s on s.id = c.source_id
    where ${isTheirs(whom)} and c.held_as is not null and ${on}::date between c.from_day and c.to_day
      and c.known_from <= ${known}::timestamptz and c.known_to > ${known}::timestamptz
    order by s.scheme, s.organism, c.from_day`.execute(tx);
  return rows;
}

/** Everything that was ever known of somebody's cover, the latest knowledge first. */
export async function listKnowledge(tx: Tx, whom: Whom, limit: number): Promise<CoverRow[]> {
  const { rows } = await sql<CoverRow>`
    select ${columns} from coverage.told_cover c join coverage.source s on s.id = c.source_id
    where ${isTheirs(whom)} and c.held_as is not null
    order by c.known_from desc, c.from_day, s.organism limit ${limit}::int`.execute(tx);
  return rows;
}

export type StandingCover = {
  readonly card: string;
  readonly source_id: number;
  readonly member: string;
  readonly scheme: string;
  readonly organism: string;
  readonly held_as: 'insured' | 'dependant';
  readonly from_day: string;
  readonly to_day: string;
  readonly birth_date: string | null;
  readonly list_id: string | null;
};

/** What other schemes cover on a day under these cards, as it is known now. */
export async function listStandingCovers(tx: Tx, cards: readonly string[], on: string): Promise<StandingCover[]> {
  if (cards.length === 0) return [];
  const { rows } = await sql<StandingCover>`
    select c.card, c.source_id, c.member, s.scheme, s.organism, c.held_as, c.from_day, c.to_day, c.birth_date, c.list_id
    from coverage.told_cover c join coverage.source s on s.id = c.source_id
    where c.card = any(${[...cards]}::text[]) and s.scheme <> 'ramed' and c.known_to = 'infinity' and c.held_as is not null
      and ${on}::date between c.from_day and c.to_day`.execute(tx);
  return rows;
}

export type MemberCover = Omit<StandingCover, 'card' | 'birth_date'> & { readonly card: string | null };

/** What other schemes cover on a day of these members, as it is known now. */
export async function listStandingOfMembers(
  tx: Tx,
  members: readonly Pick<StandingCover, 'source_id' | 'member'>[],
  on: string,
): Promise<MemberCover[]> {
  if (members.length === 0) return [];
  const { rows } = await sql<MemberCover>`
    select c.source_id, c.member, s.scheme, s.organism, c.held_as, c.from_day, c.to_day, c.list_id, c.card
    from (select distinct source_id, member from unnest(${members.map(({ source_id }) => source_id)}::smallint[],
      ${members.map(({ member }) => member)}::text[]) as t(source_id, member)) asked
    join coverage.told_cover c on c.source_id = asked.source_id and c.member = asked.member
    join coverage.source s on s.id = c.source_id
    where c.known_to = 'infinity' and c.held_as is not null and ${on}::date between c.from_day and c.to_day`.execute(tx);
  return rows;
}

/** The birth dates that other bodies tell, as we know it now, of whoever bears these cards. */
export async function listBirthsOfCards(tx: Tx, cards: readonly string[]): Promise<{ card: string; birthDate: string }[]> {
  const { rows } = await sql<{ card: string; birthDate: string }>`
    select distinct c.card, c.birth_date::text as "birthDate" from coverage.told_cover c join coverage.source s on s.id = c.source_id
    where c.card = any(${[...cards]}::text[]) and c.birth_date is not null and c.known_to = 'infinity' and c.held_as is not null
      and s.scheme <> 'ramed'`.execute(tx);
  return rows;
}
