import { sql, type Tx } from '#platform/database';
import { casablancaEndOf, casablancaMidnight, toDate } from '#platform/dates';

export type AdmittedWhere = { readonly province: string; readonly from: string; readonly to: string };
export type AdmittedPage = AdmittedWhere & { readonly after: string | undefined; readonly limit: number };

/** By a local commission whose minutes the province validated, or on appeal by the provincial one, whose minutes need nobody's validation. */
const admitted = ({ province, from, to }: AdmittedWhere) => {
  const first = casablancaMidnight(toDate(from)).toString();
  const end = casablancaEndOf(toDate(to)).toString();
  return sql`(
    select d.application_id from commissions.sitting s join commissions.decision d on d.sitting_id = s.id
    left join commissions.returned r on r.sitting_id = d.sitting_id and r.application_id = d.application_id
    where s.state = 'validated' and starts_with(s.territory, ${`${province}.`}) and d.outcome in ('poor', 'vulnerable') and r.at is null
      and s.validated_at >= ${first}::timestamptz and s.validated_at < ${end}::timestamptz
    union select a.application_id from commissions.appeal_decision d join commissions.appeal a on a.id = d.appeal_id
    where d.outcome = 'reformed' and d.withdrawn_at is null and starts_with(d.territory, ${`${province}.`})
      and d.sealed_at >= ${first}::timestamptz and d.sealed_at < ${end}::timestamptz) d`;
};

/** Files that were admitted in some days, by the province's validation or on appeal, by identifier, a page at a time. */
export async function listAdmitted(tx: Tx, page: AdmittedPage): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.application_id as id from ${admitted(page)} where ${page.after ?? null}::uuid is null or d.application_id > ${page.after ?? null}::uuid
    order by 1 limit ${page.limit}::int`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function countAdmitted(tx: Tx, where: AdmittedWhere): Promise<number> {
  const { rows } = await sql<{
    files: number;
  }>`select count(*)::int as files from ${admitted(where)}`.execute(tx);
  return rows[0]?.files ?? 0;
}
