import { sql, type Tx } from '#platform/database';
import type { Answer, CoverCasePassage, CoverCaseState } from '../model/cover-case.ts';

export type CaseRow = {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  readonly scheme: string;
  readonly fromDay: string;
  /** `infinity` while the cover is open. */
  readonly toDay: string;
  readonly family: number;
  readonly foundBy: string;
  readonly basis: 'card' | 'names';
  readonly state: CoverCaseState;
  readonly openedAt: string;
  readonly since: string;
  readonly answerUntil: string | null;
  readonly answer: Answer | null;
  readonly contestUntil: string | null;
  readonly confirmedBy: string | null;
  readonly stands: 'ramed' | 'other' | null;
  readonly standsFrom: string | null;
  readonly territory: string;
};

export const caseColumns = sql.raw(`
  c.id, c.request_id as "requestId", c.person_id as "personId", c.scheme, c.from_day as "fromDay", c.to_day as "toDay", c.family,
  c.found_by as "foundBy", c.basis, c.state, c.opened_at as "openedAt", c.since, c.answer_until as "answerUntil", c.answer,
  c.contest_until as "contestUntil", c.confirmed_by as "confirmedBy", c.stands, c.stands_from as "standsFrom", c.territory`);

/** A case, held until the deed ends; undefined where there is none in the asker's jurisdiction. */
export async function takeCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`select ${caseColumns} from coverage.cover_case c where c.id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function findCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`select ${caseColumns} from coverage.cover_case c where c.id = ${id}`.execute(tx);
  return rows[0];
}

/** Confirmed cases whose days to contest are over before this one, or which the family accepts; held, and passed over where others hold them. */
export async function takeUncontested(tx: Tx, today: string, most: number): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select ${caseColumns} from coverage.cover_case c
    where c.state = 'confirmed' and (c.contest_until < ${today}::date or c.answer = 'accepts')
    order by c.since, c.id limit ${most}::int for update skip locked`.execute(tx);
  return rows;
}

export type CaseChange = {
  readonly state?: CoverCaseState;
  readonly answerUntil?: string;
  readonly answer?: Answer;
  readonly contestUntil?: string;
  readonly confirmedBy?: string;
  readonly stands?: 'ramed' | 'other' | null;
  readonly standsFrom?: string | null;
};

/** What changes of a case; what is not told stays. */
export async function saveCase(tx: Tx, row: CaseRow, change: CaseChange, at: string): Promise<void> {
  const to = { ...row, ...change };
  await sql`
    update coverage.cover_case set state = ${to.state}, answer_until = ${to.answerUntil}::date, answer = ${to.answer},
      contest_until = ${to.contestUntil}::date, confirmed_by = ${to.confirmedBy}, stands = ${to.stands}, stands_from = ${to.standsFrom}::date,
      since = case when state <> ${to.state} then ${at}::timestamptz else since end
    where id = ${row.id}`.execute(tx);
}

export type StepPassage = CoverCasePassage | 'answer';
export type StepRow = {
  readonly id: string;
  readonly case_id: string;
  readonly passage: StepPassage;
  readonly hand: string;
  readonly taken_at: string;
  readonly reason: string | null;
  readonly words: string | null;
  readonly day: string | null;
  readonly territory: string;
};

export async function insertSteps(tx: Tx, rows: readonly StepRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into coverage.case_step select * from jsonb_populate_recordset(null::coverage.case_step, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

export async function listSteps(tx: Tx, cases: readonly string[]): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select * from coverage.case_step where case_id = any(${[...cases]}::uuid[]) order by taken_at, id`.execute(tx);
  return rows;
}

/**
 * Families held before registration of whom nothing stands in the way any more, held no longer: no case of theirs is open, and none was
 * settled for another scheme. Gives their requests.
 */
export async function freeFamilies(tx: Tx, requests: readonly string[]): Promise<{ request_id: string; territory: string }[]> {
  if (requests.length === 0) return [];
  const { rows } = await sql<{ request_id: string; territory: string }>`
    update coverage.control k set state = 'clear'
    where k.request_id = any(${[...requests]}::uuid[]) and k.state = 'overlap'
      and not exists (select from coverage.cover_case c where c.request_id = k.request_id and ${hinders})
    returning k.request_id, k.territory`.execute(tx);
  return rows;
}

/** Of these requests, those in whose way a case stands: one that is open, or settled for another scheme. */
export async function listHindered(tx: Tx, requests: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ request_id: string }>`
    select distinct request_id from coverage.cover_case c where request_id = any(${[...requests]}::uuid[]) and ${hinders}`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.request_id));
}

const hinders = sql.raw(`(c.state in ('suspected', 'to_review', 'confirmed', 'contested') or c.stands = 'other')`);

export type StandingSettlement = {
  readonly case: string;
  readonly person: string;
  readonly from: string;
  readonly since: string;
};

/** What is settled of the persons of these requests for another scheme: from which day it stands, and since when it is settled. */
export async function listStandingSettlements(tx: Tx, requests: readonly string[]): Promise<StandingSettlement[]> {
  const { rows } = await sql<StandingSettlement>`
    select id as case, person_id as person, stands_from as from, since from coverage.cover_case
    where request_id = any(${[...requests]}::uuid[]) and state = 'settled' and stands = 'other' and stands_from is not null`.execute(
    tx,
  );
  return rows;
}

/** Whether a settlement for another scheme that was told of stands no more by now. */
export async function hasFallen(tx: Tx, settlement: string): Promise<boolean> {
  const { rows } = await sql`
    select from coverage.cover_case where id = ${settlement}::uuid and (state <> 'settled' or stands is distinct from 'other')`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Whether the request of a case was held for it before registration and not let go since. */
export async function isHeld(tx: Tx, request: string): Promise<boolean> {
  const { rows } = await sql`select from coverage.control where request_id = ${request}::uuid and state = 'overlap'`.execute(tx);
  return rows.length > 0;
}

export type EndedCover = {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  readonly wasSettled: boolean;
  readonly territory: string;
  /** Its last day; null when the body says that there never was one. */
  readonly last: string | null;
};

/**
 * Open cases of whose cover a body's telling says that it is over before a day, or was never there, and of which no other body of the scheme
 * says otherwise. Cases whose cover was over when they were found are people's to decide, and are left. What was settled for the other scheme
 * falls only when there never was a cover; a request that was closed for it stays closed.
 */
export async function takeEnded(
  tx: Tx,
  { source, knownAt, today }: { source: number; knownAt: string; today: string },
): Promise<EndedCover[]> {
  const { rows } = await sql<EndedCover>`
    with told as (
      select distinct member from coverage.told_cover where source_id = ${source}::smallint and known_from = ${knownAt}::timestamptz
    ), bearing as (
      select distinct c.card from coverage.told_cover c join told using (member) where c.source_id = ${source}::smallint and c.card is not null
    ), concerned as (
      select c.* from coverage.cover_case c
      where (c.state in ('suspected', 'to_review', 'confirmed', 'contested') or (c.stands = 'other'
          and not exists (select from coverage.control k where k.request_id = c.request_id and k.state = 'overlap')))
        and c.to_day >= ${today}::date and c.scheme = (select scheme from coverage.source where id = ${source}::smallint)
        and (c.card in (select card from bearing) or exists (
          select from coverage.case_evidence e join told on told.member = e.member where e.case_id = c.id and e.source_id = ${source}::smallint))
      order by c.id for update
    )
    select c.id, c.request_id as "requestId", c.person_id as "personId", c.state = 'settled' as "wasSettled", c.territory, still.last
    from concerned c
    cross join lateral (
      select max(t.to_day) as last from coverage.told_cover t join coverage.source s on s.id = t.source_id and s.scheme = c.scheme
      where t.known_to = 'infinity' and t.held_as is not null and t.from_day <= c.to_day and t.to_day >= c.from_day
        and (t.card = c.card or (t.source_id, t.member) in (
          select e.source_id, e.member from coverage.case_evidence e where e.case_id = c.id and e.source_id is not null))
    ) still
    where still.last is null or (still.last < ${today}::date and c.state <> 'settled')`.execute(tx);
  return rows;
}

/** The covers of these cases are over: settled for RAMED from the day after, or set aside where there never was one. */
export async function saveEnded(tx: Tx, ended: readonly EndedCover[], at: string): Promise<void> {
  if (ended.length === 0) return;
  await sql`
    update coverage.cover_case c set state = case when e.last is null then 'dismissed' else 'settled' end,
      stands = case when e.last is not null then 'ramed' end, stands_from = e.last + 1, to_day = coalesce(e.last, c.to_day),
      since = ${at}::timestamptz
    from unnest(${ended.map(({ id }) => id)}::uuid[], ${ended.map(({ last }) => last)}::date[]) as e(id, last) where c.id = e.id`.execute(
    tx,
  );
}
