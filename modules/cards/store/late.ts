import { sql, type Tx } from '#platform/database';
import type { Pace } from '../model/forecast.ts';
import type { Stage } from '../model/stage-clock.ts';

/** How many of the newest stays of each stage say how long it takes, and how far back they are looked for: a bounded part of a table that only grows. */
const STAYS = 2_000;
const NEWEST = 2_000_000;

/** The pace of a stage, of all that whoever asks may see (`province` empty) and of each province. */
export type PaceOf = Pace & { readonly province: string };

/** The usual days of each stage, from the newest stays that have ended, however long ago they began. */
export async function listPaces(tx: Tx, stages: readonly Stage[]): Promise<PaceOf[]> {
  const { rows } = await sql<PaceOf>`
    with bound as materialized (select coalesce(max(id), 0) - ${NEWEST}::int as after from cards.passage),
      gone as (${sql.join(stages.map(newestLeavings), sql` union all `)}),
      stays as (
        select gone.state, substring(gone.territory from '^[^.]+[.][^.]+') as province,
          extract(epoch from gone.at - come.at) / 86400 as days
        from gone cross join lateral (select at from cards.passage
          where serial = gone.serial and to_state = gone.state and id < gone.id order by id desc limit 1) come)
    select state, coalesce(province, '') as province, count(*)::int as seen,
      (percentile_cont(0.5) within group (order by days))::float as usual
    from stays group by grouping sets ((state), (state, province))`.execute(tx);
  return rows;
}

/** The stage stands in the text, so that the planner knows one that few leave from one that all do, and finds either without reading all. */
function newestLeavings(stage: Stage) {
  return sql`(select ${sql.lit(stage)} as state, id, serial, at, territory from cards.passage
    where from_state = ${sql.lit(stage)} and id > (select after from bound) order by id desc limit ${sql.lit(STAYS)})`;
}

/** A stage with its delay and what lies ahead of it in a province, or, where that is empty, in one of which too little was seen; `isAhead` false: the province has the card. */
export type JudgedStage = {
  readonly province: string;
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
        as s(province text, state text, warning int, late int, usual float, after float, "isAhead" boolean)),
    placed as (select substring(territory from '^[^.]+[.][^.]+') as province, state, since, signing_id from cards.card
      where state = any(${[...new Set(stages.map(({ state }) => state))]}::text[])),
    waiting as (
      select c.province, c.state, c.since, n.warning, n.late, n."isAhead",
        coalesce(s.usual, n.usual) as usual, coalesce(s.after, n.after) as after,
        extract(epoch from ${now}::timestamptz - c.since) / 86400 as age,
        extract(epoch from ${now}::timestamptz - g.made_up_at) / 86400 as total
      from placed c join stage n on n.state = c.state and n.province = ''
        left join stage s on s.state = c.state and s.province = c.province join cards.signing g on g.id = c.signing_id)
    select province, state, count(*)::int as "all",
      (count(*) filter (where age > warning and age <= late))::int as warning,
      (count(*) filter (where age > late))::int as late,
      (count(*) filter (where age <= late and "isAhead" and total + greatest(usual - age, 0) + after > ${days}))::int as foreseen,
      min(since) as oldest
    from waiting group by province, state`.execute(tx);
  return rows;
}
