import { sql, type Tx } from '#platform/database';
import type { StatedNames } from './name-keys.ts';
import type { RegistryTables } from './tables.ts';

export type MemberRow = RegistryTables['person'] & Omit<RegistryTables['household_member'], 'person_id'>;

/**
 * Stores households with their members in three statements, whatever their number, each member in the words of this request. A person
 * already known by national card, in whatever province, is the same person; one without a card is new, and finding that they are not is
 * the work of the duplicates search. Gives the names back with the persons who bear them.
 */
export async function insertHouseholds(
  tx: Tx,
  households: readonly Omit<RegistryTables['household'], 'superseded_at'>[],
  members: readonly MemberRow[],
): Promise<StatedNames[]> {
  const rows = JSON.stringify(members);
  await sql`insert into registry.household select * from jsonb_populate_recordset(null::registry.household, ${JSON.stringify(households)}::jsonb)`.execute(
    tx,
  );
  await sql`
    insert into registry.person (id, cnie, family_fr, given_fr, family_ar, given_ar, sex, birth_date, territory, known_since)
    select id, cnie, family_fr, given_fr, family_ar, given_ar, sex, birth_date, territory, known_since
    from jsonb_populate_recordset(null::registry.person, ${rows}::jsonb)
    order by cnie nulls first
    on conflict do nothing`.execute(tx);
  const { rows: stated } = await sql<StatedNames>`
    insert into registry.household_member (household_id, ref, person_id, relation, beneficiary_by, cnie, family_fr, given_fr, family_ar,
      given_ar, sex, birth_date, territory)
    select m.household_id, m.ref, coalesce(known.id, m.id), m.relation, m.beneficiary_by, m.cnie, m.family_fr, m.given_fr, m.family_ar,
      m.given_ar, m.sex, m.birth_date, m.territory
    from jsonb_to_recordset(${rows}::jsonb)
      as m(household_id uuid, ref smallint, id uuid, relation text, beneficiary_by text, cnie text, family_fr text, given_fr text,
        family_ar text, given_ar text, sex text, birth_date date, territory text)
    left join registry.persons_by_card(${members.flatMap((member) => member.cnie ?? [])}) known on known.cnie = m.cnie
    returning household_id, person_id, territory, birth_date, family_fr, given_fr, family_ar, given_ar`.execute(tx);
  return stated;
}

export type StandingMember = Omit<RegistryTables['household_member'], 'territory'> & { request_id: string };

/** The members of what these requests state now, if they stated anything yet. */
export async function listStandingMembers(tx: Tx, requests: readonly string[]): Promise<StandingMember[]> {
  const { rows } = await sql<StandingMember>`
    select h.request_id, m.household_id, m.ref, m.person_id, m.relation, m.beneficiary_by, m.cnie, m.family_fr, m.given_fr, m.family_ar,
      m.given_ar, m.sex, m.birth_date
    from registry.household h join registry.household_member m on m.household_id = h.id
    where h.request_id = any(${requests}::uuid[]) and h.superseded_at is null`.execute(tx);
  return rows;
}

/** The requests in which somebody with one of these cards is stated now, whoever it is in the family; the latest first. */
export async function listRequestsNaming(
  tx: Tx,
  cards: readonly string[],
  most: number,
): Promise<{ request: string; card: string }[]> {
  const { rows } = await sql<{ request: string; card: string }>`
    select h.request_id as request, m.cnie as card
    from registry.household_member m join registry.household h on h.id = m.household_id and h.superseded_at is null
    where m.person_id = any(array(select known.id from registry.persons_by_card(${[...cards]}::text[]) known))
      and m.cnie = any(${[...cards]}::text[])
    order by h.id desc limit ${most}::int`.execute(tx);
  return rows;
}

/** These requests are about to state their families anew: what they stated is kept, with the moment it ended. */
export async function supersedeHouseholds(tx: Tx, requests: readonly string[], at: string): Promise<void> {
  await sql`
    update registry.household set superseded_at = ${at}::timestamptz
    where request_id = any(${requests}::uuid[]) and superseded_at is null`.execute(tx);
}

type Words = Pick<RegistryTables['person'], 'family_fr' | 'given_fr' | 'family_ar' | 'given_ar' | 'sex' | 'birth_date'>;

/** By what a person is known from now on. */
export async function updateWords(tx: Tx, person: string, words: Words): Promise<void> {
  await sql`
    update registry.person set family_fr = ${words.family_fr}, given_fr = ${words.given_fr}, family_ar = ${words.family_ar},
      given_ar = ${words.given_ar}, sex = ${words.sex}, birth_date = ${words.birth_date}::date
    where id = ${person}::uuid`.execute(tx);
}

/** Who bears this card, if any request states them today, whatever its province. */
export async function findStatedBearer(tx: Tx, card: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from registry.persons_by_card(${[card]}::text[]) where registry.is_stated(id)`.execute(tx);
  return rows[0]?.id;
}

export type SubjectRow = {
  request_id: string;
  household_id: string;
  territory: string;
  stated_on: string;
  ref: number;
  person_id: string;
  relation: string;
  beneficiary_by: string;
  cnie: string | null;
  family_fr: string | null;
  given_fr: string | null;
  family_ar: string | null;
  given_ar: string | null;
  sex: 'F' | 'M';
  birth_date: string;
};

/** The members of the RAMED households of these requests, in the order of the form. */
export async function listBeneficiaryRows(tx: Tx, requests: readonly string[]): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select h.request_id, h.id as household_id, h.territory, h.stated_on, m.ref, m.person_id, m.relation, m.beneficiary_by,
      m.cnie, m.family_fr, m.given_fr, m.family_ar, m.given_ar, m.sex, m.birth_date
    from registry.household h
    join registry.household_member m on m.household_id = h.id and m.beneficiary_by is not null
    where h.request_id = any(${requests}::uuid[]) and h.superseded_at is null
    order by h.request_id, m.ref`.execute(tx);
  return rows;
}

/** Everyone whom these requests ever stated, in the words of the latest statement that has them; of those known at an instant, where one is given. */
export async function listEverStatedRows(
  tx: Tx,
  requests: readonly string[],
  knownAt: string | undefined,
): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select distinct on (h.request_id, m.person_id) h.request_id, h.id as household_id, h.territory, h.stated_on, m.ref, m.person_id,
      m.relation, m.beneficiary_by, m.cnie, m.family_fr, m.given_fr, m.family_ar, m.given_ar, m.sex, m.birth_date
    from registry.household h join registry.household_member m on m.household_id = h.id
    where h.request_id = any(${requests}::uuid[]) ${knownAt === undefined ? sql`` : sql`and ${hasBegun(knownAt)}`}
    order by h.request_id, m.person_id, h.superseded_at desc nulls first, h.id desc, m.ref`.execute(tx);
  return rows;
}

/** A statement `h` begins when the one before it ends: at an instant at which an earlier one still stood it was not made yet. */
function hasBegun(knownAt: string) {
  return sql`not exists (
    select from registry.household e where e.request_id = h.request_id and e.superseded_at > ${knownAt}::timestamptz
      and (h.superseded_at is null or e.superseded_at < h.superseded_at))`;
}

/** The year in which each of these persons was born. */
export async function listBirthYears(tx: Tx, persons: readonly string[]): Promise<{ id: string; year: number }[]> {
  const { rows } = await sql<{ id: string; year: number }>`
    select id, extract(year from birth_date)::int as year from registry.person where id = any(${persons}::uuid[])`.execute(tx);
  return rows;
}

export type CardAndBirth = { readonly cnie: string; readonly birthDate: string };
export type OnCard = CardAndBirth & { readonly personId: string; readonly requestId: string };

/**
 * Who bears these cards, with all whom they were held to be one with at an instant, and the requests that state them with rights then; of each
 * card asked with a day on which one of these statements has its bearer born.
 */
export async function listOnCards(tx: Tx, cards: readonly CardAndBirth[], knownAt: string): Promise<OnCard[]> {
  const numbers = cards.map(({ cnie }) => cnie);
  const { rows } = await sql<OnCard>`
    with bearer as (
      select cnie, id from registry.persons_by_card(${numbers}::text[])
    ), whole as (
      select cnie, id as person_id from bearer
      union all
      select b.cnie, k.person_id from bearer b join registry.known_as k on k.known_as = b.id
        and k.since <= ${knownAt}::timestamptz and k.until > ${knownAt}::timestamptz
    ), stated as materialized (
      select w.cnie, w.person_id, m.birth_date, h.request_id
      from whole w join registry.household_member m on m.person_id = w.person_id and m.beneficiary_by is not null
      join registry.household h on h.id = m.household_id
      where (h.superseded_at is null or h.superseded_at > ${knownAt}::timestamptz) and ${hasBegun(knownAt)}
    )
    select asked.cnie, asked.birth_date::text as "birthDate", s.person_id as "personId", s.request_id as "requestId"
    from unnest(${numbers}::text[], ${cards.map(({ birthDate }) => birthDate)}::date[]) as asked(cnie, birth_date)
    join stated s on s.cnie = asked.cnie
    where exists (select from stated t where t.cnie = asked.cnie and t.birth_date = asked.birth_date)`.execute(tx);
  return rows;
}

export type CardStated = {
  readonly cnie: string;
  readonly personId: string;
  readonly birthDate: string;
  readonly requestId: string;
};

/** Who bears these cards with rights in what requests state now, whatever the request. */
export async function listCardsStated(tx: Tx, cards: readonly string[]): Promise<CardStated[]> {
  const { rows } = await sql<CardStated>`
    select m.cnie, m.person_id as "personId", m.birth_date as "birthDate", h.request_id as "requestId"
    from registry.persons_by_card(${[...cards]}::text[]) known
    join registry.household_member m on m.person_id = known.id and m.cnie = known.cnie and m.beneficiary_by is not null
    join registry.household h on h.id = m.household_id and h.superseded_at is null`.execute(tx);
  return rows;
}
