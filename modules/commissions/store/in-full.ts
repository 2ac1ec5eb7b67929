import { sql, type Tx } from '#platform/database';

export type Before = {
  application_id: string;
  kind: 'adjourned' | 'enquiry' | 'returned';
  reason: string;
  words: string | null;
  held_on: string;
  returned_at: string | null;
};

/** Why each file came back: what the last sitting before this one said of it, or the province that gave it back. */
export async function listBefore(tx: Tx, sitting: string, applications: readonly string[]): Promise<Before[]> {
  const { rows } = await sql<Before>`
    select distinct on (d.application_id) d.application_id, case when r.reason is null then d.outcome else 'returned' end as kind,
      coalesce(r.reason, d.reason_code) as reason, case when r.reason is null then d.remark else r.words end as words,
      s.held_on, r.at as returned_at
    from commissions.decision d join commissions.sitting s on s.id = d.sitting_id
    left join commissions.returned r on r.sitting_id = d.sitting_id and r.application_id = d.application_id
    where d.application_id = any(${applications}::uuid[]) and d.sitting_id <> ${sitting}
      and (d.outcome in ('adjourned', 'enquiry') or r.reason is not null)
    order by d.application_id, d.decided_at desc`.execute(tx);
  return rows;
}
