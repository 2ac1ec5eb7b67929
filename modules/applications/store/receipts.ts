import { sql, type Tx } from '#platform/database';
import type { ApplicationRow } from './tables.ts';

type Standing = Pick<ApplicationRow, 'id' | 'number' | 'territory' | 'filed_on'>;

/** Of these requests, those that an instant knew as filed and not closed. */
export async function listStandingAt(
  tx: Tx,
  { requests, numbers }: { readonly requests: readonly string[]; readonly numbers: readonly string[] },
  knownAt: string,
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select a.id, a.number, a.territory, a.filed_on from (
      select id, number, territory, filed_on from applications.application where id = any(${requests}::uuid[])
      union select id, number, territory, filed_on from applications.application where number = any(${numbers}::text[])
    ) a
    cross join lateral (
      select p.to_state from applications.passage p where p.application_id = a.id and p.at <= ${knownAt}::timestamptz
      order by p.id desc limit 1
    ) last
    where last.to_state not in ('draft', 'closed')`.execute(tx);
  return rows;
}
