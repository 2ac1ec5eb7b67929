import { sql, type Tx } from '#platform/database';
import { type CaseRow, caseColumns } from './cases.ts';

export type Place = { readonly since: string; readonly id: string };
export type Queue = 'suspected' | 'to_review' | 'confirmed' | 'contested' | 'ended';

const statesOf: Readonly<Record<Queue, readonly string[]>> = {
  suspected: ['suspected'],
  to_review: ['to_review'],
  confirmed: ['confirmed'],
  contested: ['contested'],
  ended: ['dismissed', 'settled'],
};

/** Cases of a queue, whoever waits longest first; those that are over, the last ones first. */
export async function listQueue(
  tx: Tx,
  { queue, after, most }: { queue: Queue; after: Place | undefined; most: number },
): Promise<CaseRow[]> {
  const isOver = queue === 'ended';
  const next = after
    ? sql`and (c.since, c.id) ${isOver ? sql`<` : sql`>`} (${after.since}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const order = isOver ? sql`c.since desc, c.id desc` : sql`c.since, c.id`;
  const { rows } = await sql<CaseRow>`
    select ${caseColumns} from coverage.cover_case c where c.state = any(${[...statesOf[queue]]}::text[]) ${next}
    order by ${order} limit ${most}::int`.execute(tx);
  return rows;
}

export async function countStates(tx: Tx): Promise<{ state: string; cases: number }[]> {
  const { rows } = await sql<{ state: string; cases: number }>`
    select state, count(*)::int as cases from coverage.cover_case group by state`.execute(tx);
  return rows;
}

export async function listCasesOfRequest(tx: Tx, request: string): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select ${caseColumns} from coverage.cover_case c where c.request_id = ${request}::uuid order by c.opened_at, c.id`.execute(
    tx,
  );
  return rows;
}

export type EvidenceRow = {
  readonly organism: string;
  readonly heldAs: 'insured' | 'dependant';
  readonly from: string;
  readonly to: string | null;
  readonly basis: 'card' | 'names';
  readonly likeness: number | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly list: string | null;
  readonly listReference: string | null;
  readonly standsOn: string | null;
  readonly envelope: string | null;
  readonly member: string | null;
  readonly knownAt: string;
  readonly learntAt: string;
};

/** Who told of the cover of a case, what, and since when we know it. */
export async function listEvidence(tx: Tx, id: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select p.source as organism, p.held_as as "heldAs", p.from_day as "from", p.to_day as "to", e.basis, e.likeness, e.fields, e.list_id as list,
      l.reference as "listReference", l.stands_on as "standsOn", e.envelope_id as envelope, e.member, e.known_at as "knownAt",
      p.learnt_at as "learntAt"
    from coverage.case_evidence e join coverage.period p on p.id = e.period_id left join coverage.list l on l.id = e.list_id
    where e.case_id = ${id} order by e.known_at, p.source`.execute(tx);
  return rows;
}

export type Days = { readonly from: string; readonly to: string | null };

/** The days on which RAMED covers a person, as it is known now. */
export async function listRamedDays(tx: Tx, person: string): Promise<Days[]> {
  const { rows } = await sql<Days>`
    select from_day as "from", nullif(to_day, 'infinity') as "to" from coverage.told_cover
    where source_id = (select id from coverage.source where scheme = 'ramed') and member = ${person} and known_to = 'infinity'
      and held_as is not null order by from_day`.execute(tx);
  return rows;
}

export type ControlFigures = {
  readonly asked: number;
  readonly clear: number;
  readonly waiting: number;
  readonly overlap: number;
};

/** Families controlled before registration, by how their control stands. */
export async function countControls(tx: Tx): Promise<ControlFigures> {
  const { rows } = await sql<ControlFigures>`
    select count(*)::int as asked, count(*) filter (where state = 'clear')::int as clear,
      count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'overlap')::int as overlap
    from coverage.control`.execute(tx);
  return rows[0] ?? { asked: 0, clear: 0, waiting: 0, overlap: 0 };
}

export type Avoided = {
  readonly month: string;
  readonly scheme: string;
  readonly foundBy: string;
  readonly families: number;
  readonly persons: number;
};

/**
 * Whom another scheme stands for, each once by the first case that settled it. Of a request that was closed for it the whole family, with the card
 * that is not made; of a registered family the persons alone, with the card when the last of them is gone.
 */
export async function listAvoided(tx: Tx): Promise<Avoided[]> {
  const { rows } = await sql<Avoided>`
    with settled as (
      select distinct on (request_id, person_id) id, request_id, since, scheme, found_by, family
      from coverage.cover_case where stands = 'other' order by request_id, person_id, since, id
    ), placed as (
      select s.*, k.request_id is not null as held, row_number() over (partition by s.request_id order by s.since, s.id) as place
      from settled s left join coverage.control k on k.request_id = s.request_id and k.state = 'overlap'
    )
    select to_char(since at time zone 'Africa/Casablanca', 'YYYY-MM') as month, scheme, found_by as "foundBy",
      count(*) filter (where place = case when held then 1 else family end)::int as families,
      sum(case when held then family else 1 end)::int as persons
    from placed where not held or place = 1 group by 1, 2, 3 order by 1, 2, 3`.execute(tx);
  return rows;
}

/** Cases by how they came to be known and where they stand. */
export async function countFound(tx: Tx): Promise<{ foundBy: string; scheme: string; state: string; cases: number }[]> {
  const { rows } = await sql<{ foundBy: string; scheme: string; state: string; cases: number }>`
    select found_by as "foundBy", scheme, state, count(*)::int as cases from coverage.cover_case group by 1, 2, 3 order by 1, 2, 3`.execute(
    tx,
  );
  return rows;
}
