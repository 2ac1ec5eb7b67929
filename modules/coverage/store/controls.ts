import { sql, type Tx } from '#platform/database';

export type ControlRow = {
  request_id: string;
  territory: string;
  state: 'waiting' | 'clear' | 'overlap';
  asked_at: string;
  answered_at: string | null;
  envelope_id: string | null;
  household_id: string | null;
  /** How many lists were applied when it was answered: they come and are never taken away. */
  lists_known: number | null;
};

/**
 * Saves how the control of requests stands; a control that was answered is never reopened by a late repetition, but by a family that was stated
 * anew since.
 */
export async function saveControls(tx: Tx, rows: readonly ControlRow[]): Promise<string[]> {
  const { rows: saved } = await sql<{ request_id: string }>`
    insert into coverage.control
    select * from jsonb_populate_recordset(null::coverage.control, ${JSON.stringify(rows)}::jsonb) order by request_id
    on conflict (request_id) do update set state = excluded.state, answered_at = excluded.answered_at,
      asked_at = case when coverage.control.state = 'waiting' then coverage.control.asked_at else excluded.asked_at end,
      household_id = excluded.household_id, lists_known = excluded.lists_known, envelope_id = coalesce(excluded.envelope_id, coverage.control.envelope_id)
    where coverage.control.state = 'waiting' or coverage.control.household_id <> excluded.household_id returning request_id`.execute(
    tx,
  );
  return saved.map((row) => row.request_id);
}

export type ControlStanding = { id: string; isAnswered: boolean; household: string | null; after: string | null };

/** How the control of each of these requests stands and of which household, with the envelope that last came back without a usable answer. */
export async function listControlStandings(tx: Tx, requests: readonly string[]): Promise<ControlStanding[]> {
  const { rows } = await sql<ControlStanding>`
    select wanted.id, coalesce(c.state <> 'waiting', false) as "isAnswered", c.household_id as household, c.envelope_id as after
    from unnest(${requests}::uuid[]) as wanted(id) left join coverage.control c on c.request_id = wanted.id
    order by wanted.id`.execute(tx);
  return rows;
}

export type PeriodRow = {
  id: string;
  person_id: string;
  scheme: string;
  held_as: 'insured' | 'dependant';
  from_day: string;
  to_day: string | null;
  source: string;
  learnt_at: string;
  territory: string;
};

/**
 * Stores what an insurer told of persons' cover; the same period told again, or of a person whom two requests name, is the same period,
 * with its newest end.
 */
export async function savePeriods(tx: Tx, rows: readonly PeriodRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into coverage.period
    select distinct on (person_id, scheme, from_day, source) * from jsonb_populate_recordset(null::coverage.period, ${JSON.stringify(rows)}::jsonb)
    order by person_id, scheme, from_day, source, to_day desc nulls first
    on conflict (person_id, scheme, from_day, source) do update set to_day = excluded.to_day, held_as = excluded.held_as, learnt_at = excluded.learnt_at`.execute(
    tx,
  );
}

export type OpenCase = {
  id: string;
  request_id: string;
  person_id: string;
  scheme: string;
  held_as: string;
  from_day: string;
  to_day: string | null;
  source: string;
  state: string;
};

/** The cases of some requests, each as the newest of its evidence tells of the cover. */
export async function listCases(tx: Tx, requests: readonly string[]): Promise<OpenCase[]> {
  const { rows } = await sql<OpenCase>`
    select c.id, c.request_id, c.person_id, c.scheme, p.held_as, c.from_day, nullif(c.to_day, 'infinity') as to_day, p.source, c.state
    from coverage.cover_case c
    cross join lateral (
      select p.held_as, p.source from coverage.case_evidence e join coverage.period p on p.id = e.period_id
      where e.case_id = c.id order by p.learnt_at desc, e.known_at desc, p.source limit 1) p
    where c.request_id = any(${requests}::uuid[]) order by c.request_id, c.from_day`.execute(tx);
  return rows;
}

/** What was clear is no longer sure: the insurers are to be asked anew. The envelope that answered stays, so that the next is another. */
export async function reopenControls(tx: Tx, requests: readonly string[], at: string): Promise<string[]> {
  const { rows } = await sql<{ request_id: string }>`
    update coverage.control set state = 'waiting', asked_at = ${at}::timestamptz, answered_at = null
    where request_id = any(${[...requests]}::uuid[]) and state = 'clear' returning request_id`.execute(tx);
  return rows.map((row) => row.request_id);
}

/** What was clear is covered elsewhere, by a list that came since. */
export async function holdControls(tx: Tx, requests: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ request_id: string }>`
    update coverage.control set state = 'overlap'
    where request_id = any(${[...requests]}::uuid[]) and state = 'clear' returning request_id`.execute(tx);
  return rows.map((row) => row.request_id);
}

/** Of these requests, those whose control stands so. */
export async function listControlsIn(tx: Tx, state: ControlRow['state'], requests: readonly string[]): Promise<ControlRow[]> {
  const { rows } = await sql<ControlRow>`
    select * from coverage.control where request_id = any(${requests}::uuid[]) and state = ${state}`.execute(tx);
  return rows;
}
