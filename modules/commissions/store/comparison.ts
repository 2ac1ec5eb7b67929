import { sql, type Tx } from '#platform/database';
import type { Counts } from '../model/fairness.ts';
import type { DecisionRow } from './tables.ts';

/** A decision of a sealed sitting that is not compared yet. */
export type Uncompared = Pick<
  DecisionRow,
  'sitting_id' | 'application_id' | 'territory' | 'outcome' | 'reason_code' | 'against_score'
> & {
  readonly held_on: string;
  readonly proposal: string;
  /** Seconds since the ruling before it, or its part of the time its batch was on the screen. */
  readonly seconds: number | null;
  readonly in_batch: boolean;
};

/** Decisions of local commissions that are sealed and not compared yet, sitting by sitting: `sittings` of them at most. */
export async function listUncompared(tx: Tx, sittings: number): Promise<Uncompared[]> {
  const { rows } = await sql<Uncompared>`
    with sealed as (
      select s.id, s.held_on, s.opened_at from commissions.sitting s join commissions.commission c on c.id = s.commission_id
      where s.sealed_at is not null and c.kind = 'cpl'
        and exists (select from commissions.decision d where d.sitting_id = s.id and d.reason_code <> 'silence')
        and not exists (select from commissions.comparison done where done.sitting_id = s.id)
      order by s.sealed_at, s.id limit ${sittings}
    ), paced as (
      select r.id, r.batch is not null as in_batch, case
        when r.batch is null then extract(epoch from r.ruled_at - coalesce(lag(r.ruled_at) over in_order, sealed.opened_at))
        else extract(epoch from r.ruled_at - r.shown_at) / count(*) over (partition by r.sitting_id, r.batch) end as seconds
      from commissions.ruling r join sealed on sealed.id = r.sitting_id
      where r.withdrawn_at is null window in_order as (partition by r.sitting_id order by r.ruled_at, r.sequence)
    )
    select d.sitting_id, d.application_id, d.territory, d.outcome, d.reason_code, d.against_score, sealed.held_on, item.proposal,
      nullif(greatest(0, round(paced.seconds)), 0)::int as seconds, coalesce(paced.in_batch, false) as in_batch
    from sealed join commissions.decision d on d.sitting_id = sealed.id
    join commissions.agenda_item item using (sitting_id, application_id) left join paced on paced.id = d.ruling_id
    order by d.sitting_id, d.application_id`.execute(tx);
  return rows;
}

export type ComparisonRow = Uncompared & {
  readonly score_band: string;
  readonly milieu: string;
  readonly sex: string;
  readonly marital_status: string;
  readonly days: number;
};

export async function insertComparisons(tx: Tx, rows: readonly ComparisonRow[]): Promise<void> {
  await sql`
    insert into commissions.comparison (sitting_id, application_id, territory, held_on, proposal, score_band, outcome, reason_code, against_score,
      milieu, sex, marital_status, days, seconds, in_batch)
    select sitting_id, application_id, territory, held_on, proposal, score_band, outcome, reason_code, against_score,
      milieu, sex, marital_status, days, seconds, in_batch
    from jsonb_populate_recordset(null::commissions.comparison, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(tx);
}

export type ComparedSpan = { readonly territory: string; readonly from: string; readonly to: string; readonly by: string };

/** What the decisions of a territory count between two days, group by group; nothing of a territory that the asker has nothing to do with. */
export async function countCompared(
  tx: Tx,
  { territory, from, to, by }: ComparedSpan,
): Promise<{ part: string; counts: Counts }[]> {
  const { rows } = await sql<{ part: string; counts: Counts }>`
    select part, counts from commissions.compared(${territory}, ${from}::date, ${to}::date, ${by})`.execute(tx);
  return rows;
}

export type NationCompared = { readonly part: string; readonly from: string; readonly to: string; readonly counts: Counts };

/** The counts of the nation as last night made them. */
export async function listNationCompared(tx: Tx, by: string): Promise<NationCompared[]> {
  const { rows } = await sql<NationCompared>`
    select part, from_day as "from", to_day as "to", counts from commissions.nation_compared where by_what = ${by} order by part`.execute(
    tx,
  );
  return rows;
}

/** Makes the counts of the nation anew for one comparison, in place of those of the night before. */
export async function replaceNationCompared(tx: Tx, { from, to, by }: Omit<ComparedSpan, 'territory'>): Promise<number> {
  await sql`select set_config('work_mem', '128MB', true)`.execute(tx);
  await sql`delete from commissions.nation_compared where by_what = ${by}`.execute(tx);
  const { rows } = await sql`
    insert into commissions.nation_compared (by_what, part, from_day, to_day, counts)
    select ${by}, part, ${from}::date, ${to}::date, counts from commissions.compared('', ${from}::date, ${to}::date, ${by}) returning part`.execute(
    tx,
  );
  return rows.length;
}

/** Notes of what is compared that the province has given it back since. */
export async function markReturned(tx: Tx): Promise<number> {
  const { rows } = await sql`
    update commissions.comparison c set returned = true from commissions.returned r
    where r.sitting_id = c.sitting_id and r.application_id = c.application_id and not c.returned returning c.sitting_id`.execute(
    tx,
  );
  return rows.length;
}

/** Notes of what is compared what the provincial commission has decided on it since. */
export async function markHeard(tx: Tx): Promise<number> {
  const { rows } = await sql`
    update commissions.comparison c set appeal = d.outcome
    from commissions.appeal_decision d join commissions.appeal a on a.id = d.appeal_id
    where a.sitting_id = c.sitting_id and a.application_id = c.application_id and d.sealed_at is not null and d.withdrawn_at is null
      and d.outcome in ('upheld', 'reformed', 'sent_back') and c.appeal is distinct from d.outcome
    returning c.sitting_id`.execute(tx);
  return rows.length;
}
