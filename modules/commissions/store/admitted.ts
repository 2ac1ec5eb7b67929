import { sql, type Tx } from '#platform/database';
import { addDays, casablancaMidnight, toDate } from '#platform/dates';

export type AdmittedWhere = { readonly province: string; readonly from: string; readonly to: string };
export type AdmittedPage = AdmittedWhere & { readonly after: string | undefined; readonly limit: number };

const admitted = ({ province, from, to }: AdmittedWhere) => sql`
  commissions.sitting s join commissions.decision d on d.sitting_id = s.id
  left join commissions.returned r on r.sitting_id = d.sitting_id and r.application_id = d.application_id
  where s.state = 'validated' and starts_with(s.territory, ${`${province}.`}) and d.outcome in ('poor', 'vulnerable') and r.at is null
    and s.validated_at >= ${casablancaMidnight(toDate(from)).toString()}::timestamptz
    and s.validated_at < ${casablancaMidnight(addDays(toDate(to), 1)).toString()}::timestamptz`;

/** Files whose admission the province validated in some days, by identifier, a page at a time. */
export async function listAdmitted(tx: Tx, page: AdmittedPage): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct d.application_id as id from ${admitted(page)} and (${page.after ?? null}::uuid is null or d.application_id > ${page.after ?? null}::uuid)
    order by 1 limit ${page.limit}::int`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function countAdmitted(tx: Tx, where: AdmittedWhere): Promise<number> {
  const { rows } = await sql<{
    files: number;
  }>`select count(distinct d.application_id)::int as files from ${admitted(where)}`.execute(tx);
  return rows[0]?.files ?? 0;
}
