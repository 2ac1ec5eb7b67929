import { sql, type Tx } from '#platform/database';
import type { Pace } from '../model/forecast.ts';
import type { Stage } from '../model/stage-clock.ts';

/** How many of the newest passages say how long stages take: a bounded part of a table that only grows. */
const NEWEST = 200_000;

/** The usual days of each stage, from the newest passages. */
export async function listPaces(tx: Tx): Promise<Pace[]> {
  const { rows } = await sql<Pace>`
    with newest as (select * from cards.passage where id > (select coalesce(max(id), 0) - ${NEWEST} from cards.passage)),
      stays as (select to_state, at, lead(at) over (partition by serial order by id) as left_at from newest)
    select to_state as state, count(*)::int as seen,
      (percentile_cont(0.5) within group (order by extract(epoch from left_at - at)) / 86400)::float as usual
    from stays where left_at is not null group by to_state`.execute(tx);
  return rows;
}

/** A stage with its delay and what lies ahead of it; `isAhead` false: the province has the card. */
export type JudgedStage = {
  readonly state: Stage;
  readonly warning: number;
  readonly late: number;
  readonly usual: number;
  readonly after: number;
  readonly isAhead: boolean;
};

export type Standing = {
  readonly province: string;
  readonly state: Stage;
  readonly all: number;
  readonly warning: number;
  readonly late: number;
  readonly foreseen: number;
  readonly oldest: string;
};

/** Cards under way by province and stage: late already, about to be, and those that by the usual pace will reach the province late. */
export async function countLate(
  tx: Tx,
  stages: readonly JudgedStage[],
  { now, days }: { now: string; days: number },
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    with stage as (
      select * from jsonb_to_recordset(${JSON.stringify(stages)}::jsonb)
        as s(state text, warning int, late int, usual float, after float, "isAhead" boolean)),
    waiting as (
      select substring(c.territory from '^[^.]+[.][^.]+') as province, s.*, c.since,
        extract(epoch from ${now}::timestamptz - c.since) / 86400 as age,
        extract(epoch from ${now}::timestamptz - g.made_up_at) / 86400 as total
      from cards.card c join stage s on s.state = c.state join cards.signing g on g.id = c.signing_id)
    select province, state, count(*)::int as "all",
      (count(*) filter (where age > warning and age <= late))::int as warning,
      (count(*) filter (where age > late))::int as late,
      (count(*) filter (where age <= late and "isAhead" and total + greatest(usual - age, 0) + after > ${days}))::int as foreseen,
      min(since) as oldest
    from waiting group by province, state`.execute(tx);
  return rows;
}
