import { sql, type Tx } from '#platform/database';

/** The pairs held to be one person that hang together with these persons, whoever they lead to. */
export async function listSamePairs(tx: Tx, persons: readonly string[]): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    with recursive together(person) as (
      select unnest(${[...persons]}::uuid[])
      union
      select case when p.one = t.person then p.other else p.one end
      from together t join registry.likely_pair p on p.state = 'same' and (p.one = t.person or p.other = t.person)
    )
    select one, other from registry.likely_pair p
    where state = 'same' and exists (select from together t where t.person = p.one)`.execute(tx);
  return rows;
}

/** The pairs kept apart among these persons. */
export async function listApart(tx: Tx, persons: readonly string[]): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select one, other from registry.likely_pair
    where state = 'different' and one = any(${[...persons]}::uuid[]) and other = any(${[...persons]}::uuid[])`.execute(tx);
  return rows;
}

export type KnownAs = { readonly person: string; readonly head: string };

/**
 * From now on these persons are known so; what was held before is kept with its end. Whoever is known as themselves has no row. Tells whether
 * anybody is known otherwise than before.
 */
export async function saveKnownAs(tx: Tx, known: readonly KnownAs[], at: string): Promise<boolean> {
  const [persons, heads] = [known.map(({ person }) => person), known.map(({ head }) => head)];
  const { numAffectedRows: ended } = await sql`
    update registry.known_as k set until = ${at}::timestamptz
    from unnest(${persons}::uuid[], ${heads}::uuid[]) as w(person, head)
    where k.person_id = w.person and k.until = 'infinity' and k.known_as <> w.head`.execute(tx);
  const { numAffectedRows: begun } = await sql`
    insert into registry.known_as (person_id, known_as, since, territory)
    select w.person, w.head, ${at}::timestamptz, p.territory
    from unnest(${persons}::uuid[], ${heads}::uuid[]) as w(person, head) join registry.person p on p.id = w.person
    where w.person <> w.head
      and not exists (select from registry.known_as k where k.person_id = w.person and k.until = 'infinity')`.execute(tx);
  return Number(ended ?? 0) + Number(begun ?? 0) > 0;
}

/** Whoever was held at a moment to be one person with one of these, these themselves among them. */
export async function listTogetherAt(tx: Tx, persons: readonly string[], at: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    with held as (select person_id, known_as from registry.known_as where since <= ${at}::timestamptz and until > ${at}::timestamptz),
    head as (
      select coalesce(k.known_as, p.id) as id from unnest(${[...persons]}::uuid[]) as p(id) left join held k on k.person_id = p.id
    )
    select id as person from head union select k.person_id from held k join head on head.id = k.known_as`.execute(tx);
  return rows.map(({ person }) => person);
}

/** A person of the register with the one by whom it is known, itself where it is one with nobody; its card where it has one. */
export type Identity = { readonly person: string; readonly head: string; readonly cnie: string | null };

/** These persons and all who are held now to be one with any of them. */
export async function listIdentities(tx: Tx, persons: readonly string[]): Promise<Identity[]> {
  if (persons.length === 0) return [];
  const { rows } = await sql<Identity>`
    with head as (
      select distinct coalesce(k.known_as, w.id) as id from unnest(${[...persons]}::uuid[]) as w(id)
      left join registry.known_as k on k.person_id = w.id and k.until = 'infinity'
    ), whole as (
      select id as person, id as head from head
      union all select k.person_id, k.known_as from head join registry.known_as k on k.known_as = head.id and k.until = 'infinity'
    )
    select w.person, w.head, p.cnie from whole w join registry.person p on p.id = w.person order by w.head, w.person`.execute(tx);
  return rows;
}
