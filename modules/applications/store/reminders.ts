import { anyOf, sql, type Tx } from '#platform/database';
import { undecided } from '../model/reminding.ts';
import { type ApplicationRow, type ReminderRow, tables } from './tables.ts';

export type Place = { readonly since: string; readonly id: string };

export type Standing = Pick<ApplicationRow, 'id' | 'number' | 'territory' | 'state'> & {
  readonly since: string;
  /** What was told of this stay. */
  readonly told: readonly ('warning' | 'escalation')[];
};

type Sought = { readonly clock: string; readonly before: string; readonly after?: Place | undefined; readonly limit: number };

/** Files that came to a state before a moment and stand there, unless the level above knows of it; the longest waiting first. */
export async function listStandingLong(tx: Tx, { clock, before, after, limit }: Sought): Promise<Standing[]> {
  const from = after ? sql`and (a.since, a.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Standing>`
    select a.id, a.number, a.territory, a.state, a.since, told.said as told
    from applications.application a ${toldOf(clock, sql`a.since`)}
    where a.state = ${clock} and a.since < ${before}::timestamptz and not told.said @> array['escalation'] ${from}
    order by a.since, a.id limit ${limit}`.execute(tx);
  return rows;
}

/** The same for requests without a decision, which wait for it since the day they were filed: `since` is that day. */
export async function listUndecidedLong(tx: Tx, { clock, before, after, limit }: Sought): Promise<Standing[]> {
  const from = after ? sql`and (a.filed_on, a.id) > (${after.since}::date, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Standing>`
    select a.id, a.number, a.territory, a.state, a.filed_on as since, told.said as told
    from applications.application a ${toldOf(clock)}
    where a.state in (${states}) and a.filed_on < ${before}::date and not told.said @> array['escalation'] ${from}
    order by a.filed_on, a.id limit ${limit}`.execute(tx);
  return rows;
}

/** What was told of a file's stay; a request is filed once. */
function toldOf(clock: string, since?: ReturnType<typeof sql>) {
  return sql`cross join lateral (
    select coalesce(array_agg(r.said), '{}') as said from applications.reminder r
    where r.kind = 'application' and r.subject_id = a.id and r.clock = ${clock} ${since ? sql`and r.since = ${since}` : sql``}) told`;
}

const states = sql.join(undecided.map((state) => sql.lit(state)));

/** Stores what was not told before; gives what was stored. */
export async function insertReminders(tx: Tx, rows: readonly ReminderRow[]): Promise<ReminderRow[]> {
  if (rows.length === 0) return [];
  const { rows: stored } = await sql<ReminderRow>`
    insert into applications.reminder
    select * from jsonb_populate_recordset(null::applications.reminder, ${JSON.stringify(rows)}::jsonb)
    on conflict (kind, subject_id, clock, since, said) do nothing returning *`.execute(tx);
  return stored;
}

/** Ends the reminders of files that do not stand any more where they stood. */
export async function endRemindersOfFiles(tx: Tx, clock: string, now: string): Promise<number> {
  const stands = clock === 'decision' ? sql`a.state in (${states})` : sql`a.state = r.clock and a.since = r.since`;
  const { rows } = await sql`
    update applications.reminder r set over_at = ${now}::timestamptz
    where r.kind = 'application' and r.clock = ${clock} and r.over_at is null
      and not exists (select from applications.application a where a.id = r.subject_id and ${stands}) returning r.id`.execute(tx);
  return rows.length;
}

/** Ends the reminders of a kind, except of the stays that go on. */
export async function endRemindersExcept(
  tx: Tx,
  { kind, clock, now }: { kind: string; clock: string; now: string },
  standing: readonly { readonly subject: string; readonly since: string }[],
): Promise<number> {
  const { rows } = await sql`
    update applications.reminder r set over_at = ${now}::timestamptz
    where r.kind = ${kind} and r.clock = ${clock} and r.over_at is null and not exists (
      select from jsonb_to_recordset(${JSON.stringify(standing)}::jsonb) as s(subject uuid, since timestamptz)
      where s.subject = r.subject_id and s.since = r.since) returning r.id`.execute(tx);
  return rows.length;
}

/** What is told to a post's territory and goes on, escalations first, the longest first, so many of each; files that have moved since the night are left out. */
export async function listTold(
  tx: Tx,
  { told, clocks, limit }: { told: string; clocks: readonly string[]; limit: number },
): Promise<(ReminderRow & { all: number })[]> {
  const { rows } = await sql<ReminderRow & { all: number }>`
    select * from (select r.*, (count(*) over (partition by r.said))::int as all,
      row_number() over (partition by r.said order by r.since, r.id) as place from applications.reminder r
    where r.over_at is null and r.answered_at is null
      and ((r.said = 'escalation' and r.told = ${told}) or (r.said = 'warning' and r.clock = any(${[...clocks]}::text[])))
      and (r.said = 'escalation' or not exists (select from applications.reminder e
        where e.kind = r.kind and e.subject_id = r.subject_id and e.clock = r.clock and e.since = r.since and e.said = 'escalation'))
      and (r.kind <> 'application' or exists (select from applications.application a where a.id = r.subject_id
        and case when r.clock = 'decision' then a.state in (${states}) else a.state = r.clock and a.since = r.since end))) told
    where place <= ${limit} order by said, since, id`.execute(tx);
  return rows;
}

export function listRemindersForUpdate(tx: Tx, ids: readonly string[]): Promise<ReminderRow[]> {
  return tables(tx).selectFrom('reminder').selectAll().where('id', '=', anyOf(ids)).orderBy('id').forUpdate().execute();
}

export async function answerReminders(
  tx: Tx,
  ids: readonly string[],
  answer: { answered_at: string; answered_by: string; doing: string },
): Promise<void> {
  await tables(tx).updateTable('reminder').set(answer).where('id', '=', anyOf(ids)).execute();
}

export type ClockCount = { clock: string; files: number; warning: number; late: number; oldest: string };

/** How many undecided requests of the jurisdiction were filed before the days that a clock calls a warning, or late. */
export async function countUndecided(tx: Tx, bounds: { warning: string; late: string }): Promise<ClockCount[]> {
  const { rows } = await sql<ClockCount>`
    select 'decision' as clock, count(*)::int as files, count(*) filter (where filed_on < ${bounds.warning}::date and filed_on >= ${bounds.late}::date)::int as warning,
      count(*) filter (where filed_on < ${bounds.late}::date)::int as late, min(filed_on)::text as oldest
    from applications.application where state in (${states}) having count(*) > 0`.execute(tx);
  return rows;
}
