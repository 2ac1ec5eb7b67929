import { sql, type Tx } from '#platform/database';

/** By which card each of these persons is known now; null where by none. */
export type KnownCard = { readonly person: string; readonly card: string | null };

export type Rejoined = { readonly begun: readonly string[]; readonly ended: readonly string[] };

/**
 * From now on these persons' parts in RAMED are held against these cards, where they are not those they state; what was held before is kept
 * with its end. Gives the persons of whom one began and of whom one ended.
 */
export async function saveJoinedCards(tx: Tx, known: readonly KnownCard[], at: string): Promise<Rejoined> {
  const wanted = sql`
    select m.request_id, m.person_id, w.card, m.territory
    from unnest(${known.map(({ person }) => person)}::uuid[], ${known.map(({ card }) => card)}::text[]) as w(person, card)
    join coverage.ramed_member m on m.person_id = w.person and w.card is not null and m.card is distinct from w.card`;
  const { rows: ended } = await sql<{ person: string }>`
    update coverage.joined_card j set until = ${at}::timestamptz
    where j.person_id = any(${known.map(({ person }) => person)}::uuid[]) and j.until = 'infinity' and not exists (
      select from (${wanted}) w where w.request_id = j.request_id and w.person_id = j.person_id and w.card = j.card)
    returning j.person_id as person`.execute(tx);
  const { rows: begun } = await sql<{ person: string }>`
    insert into coverage.joined_card (request_id, person_id, card, since, territory)
    select w.request_id, w.person_id, w.card, ${at}::timestamptz, w.territory from (${wanted}) w
    on conflict do nothing
    returning person_id as person`.execute(tx);
  return { begun: begun.map(({ person }) => person), ended: ended.map(({ person }) => person) };
}

export type Parted = { readonly id: string; readonly requestId: string; readonly state: string; readonly territory: string };

/** Open cases of these persons that nothing speaks for any more: all their evidence is of a card that they have no longer. Held. */
export async function takeParted(tx: Tx, persons: readonly string[]): Promise<Parted[]> {
  const { rows } = await sql<Parted>`
    select c.id, c.request_id as "requestId", c.state, c.territory from coverage.cover_case c
    where c.person_id = any(${[...persons]}::uuid[]) and c.state in ('suspected', 'to_review', 'confirmed', 'contested')
      and not exists (select from coverage.case_evidence e where e.case_id = c.id and e.fields->>'card' is distinct from 'joined')
      and not exists (select from coverage.joined_card j where j.request_id = c.request_id and j.person_id = c.person_id
        and j.card = c.card and j.until = 'infinity')
    order by c.id for update`.execute(tx);
  return rows;
}

/** Cases of these persons that were set aside by their parting, and of whose card they are known again. Held. */
export async function takeJoinedAgain(tx: Tx, persons: readonly string[]): Promise<Parted[]> {
  const { rows } = await sql<Parted>`
    select c.id, c.request_id as "requestId", c.state, c.territory from coverage.cover_case c
    where c.person_id = any(${[...persons]}::uuid[]) and c.state = 'dismissed'
      and (select s.passage from coverage.case_step s where s.case_id = c.id order by s.taken_at desc, s.id desc limit 1) = 'parted'
      and exists (select from coverage.joined_card j where j.request_id = c.request_id and j.person_id = c.person_id
        and j.card = c.card and j.until = 'infinity')
    order by c.id for update`.execute(tx);
  return rows;
}

export async function passCases(tx: Tx, ids: readonly string[], state: 'dismissed' | 'suspected', at: string): Promise<void> {
  await sql`
    update coverage.cover_case set state = ${state}, since = ${at}::timestamptz, answer_until = null, answer = null, contest_until = null,
      confirmed_by = null
    where id = any(${[...ids]}::uuid[])`.execute(tx);
}
