import { sql, type Tx } from '#platform/database';
import type { State } from '../model/lifecycle.ts';
import type { ApplicationRow } from './tables.ts';

export type QueuedFile = Pick<
  ApplicationRow,
  'id' | 'number' | 'kind' | 'state' | 'since' | 'territory' | 'head_names' | 'filed_on'
> & {
  head_birth_date: string;
  deed: string;
  actor: string;
  reason: string | null;
};

export type Place = { readonly since: string; readonly id: string };

type PageOfQueue = {
  readonly state: State;
  /** Undefined: the nation. */
  readonly communes: readonly string[] | undefined;
  readonly limit: number;
  readonly after?: Place | undefined;
  /** Only these files. */
  readonly among?: readonly string[] | undefined;
};

/**
 * A page of a queue, the longest waiting first, each file with the last step it took. As many steps in the index as there are communes and
 * rows on the page, whatever stands behind them.
 */
export async function listQueuePage(tx: Tx, { state, communes, limit, after, among }: PageOfQueue): Promise<QueuedFile[]> {
  const from = after ? sql`and (a.since, a.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``;
  const only = among ? sql`and a.id = any(${[...among]}::uuid[])` : sql``;
  const columns = sql`a.id, a.number, a.kind, a.state, a.since, a.territory, a.head_names, a.head_birth_date, a.filed_on`;
  const inOrder = sql`order by a.since, a.id limit ${limit}::int`;
  const page = communes
    ? sql`select a.* from unnest(${[...communes]}::text[]) as commune(code) cross join lateral (
        select ${columns} from applications.application a
        where a.territory = commune.code and a.state = ${state} ${from} ${only} ${inOrder}) a ${inOrder}`
    : sql`select ${columns} from applications.application a where a.state = ${state} ${from} ${only} ${inOrder}`;
  await asksForThese(tx);
  const { rows } = await sql<QueuedFile>`
    select page.*, last.deed_name as deed, last.actor, last.reason from (${page}) page
    cross join lateral (select deed_name, actor, reason from applications.passage p where p.application_id = page.id
      order by p.id desc limit 1) last
    order by page.since, page.id`.execute(tx);
  return rows;
}

export type QueueCount = { state: State; files: number; late: number; oldest: string };

/** How many files stand in each of these states, how many too long, and since when the oldest: read from the index alone. */
export async function countQueues(
  tx: Tx,
  communes: readonly string[] | undefined,
  queues: readonly { readonly state: State; readonly lateSince: string | undefined }[],
): Promise<QueueCount[]> {
  const within = communes ? sql`a.territory = any(${[...communes]}::text[]) and` : sql``;
  await asksForThese(tx);
  const { rows } = await sql<QueueCount>`
    select q.state, counted.files, counted.late, counted.oldest
    from jsonb_to_recordset(${JSON.stringify(queues)}::jsonb) as q(state text, "lateSince" timestamptz)
    cross join lateral (
      select count(*)::int as files, count(*) filter (where a.since < q."lateSince")::int as late, min(a.since) as oldest
      from applications.application a where ${within} a.state = q.state
    ) counted
    where counted.files > 0`.execute(tx);
  return rows;
}

/** The plan is made for these very communes: one that fits every post fits none. */
async function asksForThese(tx: Tx): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(tx);
}
