import { sql, type Tx } from '#platform/database';

export type FoundBy = 'registration' | 'list' | 'rights' | 'sweep' | 'merge';
export type Filed = {
  /** The cases that are new, with the request whose family they concern. */
  readonly opened: readonly { readonly id: string; readonly request_id: string; readonly territory: string }[];
  /** Cases that were set aside for names alone, of which a card now says the same. */
  readonly contested: readonly { readonly id: string; readonly request_id: string; readonly territory: string }[];
  /** Cases that had ended by themselves, since the cover was told to be over or never there, of whose days it is told again. */
  readonly reopened: readonly { readonly id: string; readonly request_id: string; readonly territory: string }[];
};

const isOfCase = sql.raw(`
  c.request_id = f.request_id and c.person_id = f.person_id and c.scheme = f.scheme and c.from_day <= f.to_day and c.to_day >= f.from_day`);

/**
 * Makes cases of the findings of this deed, and evidence of those of which there is a case already: for one person of one request and one
 * scheme, covers that meet on any day are one case, whoever tells of them and however often. Statements over sets.
 */
export async function fileFindings(tx: Tx, { foundBy, at }: { foundBy: FoundBy; at: string }): Promise<Filed> {
  await savePeriods(tx, at);
  const opened = await openCases(tx, { foundBy, at });
  const told = await addEvidence(tx, at);
  const reopened = await reopenCases(tx, at);
  const contested = await widenCases(tx, told, at);
  await sql`drop table finding`.execute(tx);
  return { opened, contested, reopened };
}

/** What a body tells of somebody's days; told again, it is the same with its newest end. */
async function savePeriods(tx: Tx, at: string): Promise<void> {
  await sql`
    insert into coverage.period (id, person_id, scheme, held_as, from_day, to_day, source, learnt_at, territory)
    select distinct on (person_id, scheme, from_day, organism) uuidv7(), person_id, scheme, held_as, from_day, nullif(to_day, 'infinity'),
      organism, ${at}::timestamptz, territory
    from finding order by person_id, scheme, from_day, organism, to_day desc
    on conflict (person_id, scheme, from_day, source) do update set to_day = excluded.to_day, held_as = excluded.held_as,
      learnt_at = excluded.learnt_at`.execute(tx);
}

/** Of the findings without a case, those that meet are one: a new case for each stretch of days. */
async function openCases(tx: Tx, { foundBy, at }: { foundBy: FoundBy; at: string }): Promise<Filed['opened']> {
  const { rows } = await sql<Filed['opened'][number]>`
    with unfiled as (
      select f.* from finding f where not exists (select from coverage.cover_case c where ${isOfCase})
    ), marked as (
      select *, max(to_day) over (partition by request_id, person_id, scheme order by from_day, to_day
        rows between unbounded preceding and 1 preceding) < from_day as begins from unfiled
    ), placed as (
      select *, count(*) filter (where begins) over (partition by request_id, person_id, scheme order by from_day, to_day) as place from marked
    )
    insert into coverage.cover_case
      (id, request_id, person_id, scheme, from_day, to_day, card, family, found_by, basis, state, opened_at, since, territory)
    select uuidv7(), request_id, person_id, scheme, min(from_day), max(to_day), max(card), max(family), ${foundBy}, min(basis), 'suspected',
      ${at}::timestamptz, ${at}::timestamptz, max(territory)
    from placed group by request_id, person_id, scheme, place
    returning id, request_id, territory`.execute(tx);
  return rows;
}

type Told = { readonly case_id: string; readonly basis: 'card' | 'names' };

async function addEvidence(tx: Tx, at: string): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    insert into coverage.case_evidence as e
      (case_id, period_id, source_id, member, list_id, envelope_id, basis, likeness, fields, known_at, territory)
    select distinct on (c.id, p.id) c.id, p.id, f.source_id, f.member, f.list_id, f.envelope_id, f.basis, f.likeness, f.fields,
      ${at}::timestamptz, f.territory
    from finding f join coverage.cover_case c on ${isOfCase}
    join coverage.period p on p.person_id = f.person_id and p.scheme = f.scheme and p.from_day = f.from_day and p.source = f.organism
    order by c.id, p.id, f.basis
    on conflict (case_id, period_id) do nothing
    returning case_id, basis`.execute(tx);
  return rows;
}

/** A case reaches as far as all of its evidence, whoever told last; evidence by card makes of a likeness of names a certainty, and contests its dismissal. */
async function widenCases(tx: Tx, told: readonly Told[], at: string): Promise<Filed['contested']> {
  await sql`
    update coverage.cover_case c set from_day = e.from_day, to_day = e.to_day
    from (select c.id, least(c.from_day, min(f.from_day)) as from_day,
        (select max(coalesce(p.to_day, 'infinity')) from coverage.case_evidence e join coverage.period p on p.id = e.period_id
          where e.case_id = c.id) as to_day
      from finding f join coverage.cover_case c on ${isOfCase} group by c.id) e
    where e.id = c.id and c.state in ('suspected', 'to_review', 'confirmed', 'contested') and (e.from_day, e.to_day) <> (c.from_day, c.to_day)
      and not exists (select from coverage.cover_case o where o.request_id = c.request_id and o.person_id = c.person_id
        and o.scheme = c.scheme and o.from_day = e.from_day and o.id <> c.id)`.execute(tx);
  const byCard = told.filter(({ basis }) => basis === 'card').map((one) => one.case_id);
  if (byCard.length === 0) return [];
  const { rows } = await sql<Filed['contested'][number]>`
    with surer as (
      select id, state from coverage.cover_case where id = any(${byCard}::uuid[]) and basis = 'names' order by id for update
    )
    update coverage.cover_case c set basis = 'card', state = case when s.state = 'dismissed' then 'contested' else c.state end,
      since = case when s.state = 'dismissed' then ${at}::timestamptz else c.since end
    from surer s where s.id = c.id
    returning c.id, c.request_id, c.territory, s.state as was`.execute(tx);
  return rows.filter((row) => (row as { was?: string }).was === 'dismissed');
}

/** Who decided a case is not asked again by the same cover; what ended by itself, by what a body told, begins anew when one tells otherwise. */
async function reopenCases(tx: Tx, at: string): Promise<Filed['reopened']> {
  const { rows } = await sql<Filed['reopened'][number]>`
    update coverage.cover_case c set state = 'suspected', to_day = e.to_day, since = ${at}::timestamptz, answer_until = null, answer = null,
      contest_until = null, confirmed_by = null, stands = null, stands_from = null
    from (select c.id, max(f.to_day) as to_day from finding f join coverage.cover_case c on ${isOfCase} group by c.id) e
    where e.id = c.id and (c.state = 'dismissed' or (c.state = 'settled' and e.to_day > c.to_day))
      and (select s.passage from coverage.case_step s where s.case_id = c.id order by s.taken_at desc, s.id desc limit 1)
        in ('cover-ended', 'cover-withdrawn')
      and not exists (select from coverage.cover_case o where o.request_id = c.request_id and o.person_id = c.person_id
        and o.scheme = c.scheme and o.id <> c.id and o.to_day > c.to_day)
    returning c.id, c.request_id, c.territory`.execute(tx);
  return rows;
}
