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

type Filed = { readonly filedOn: string; readonly after: string; readonly limit: number };

/** The requests filed on a day in the order of their identifiers, each with whether an instant knew it as filed and not closed. */
export async function listFiledOn(
  tx: Tx,
  { filedOn, after, limit }: Filed,
  knownAt: string,
): Promise<(Standing & { readonly stands: boolean })[]> {
  const { rows } = await sql<Standing & { readonly stands: boolean }>`
    select a.id, a.number, a.territory, a.filed_on, coalesce(last.to_state not in ('draft', 'closed'), false) as stands from (
      select id, number, territory, filed_on from applications.application
      where filed_on = ${filedOn}::date and id > ${after}::uuid order by id limit ${limit}
    ) a
    left join lateral (
      select p.to_state from applications.passage p where p.application_id = a.id and p.at <= ${knownAt}::timestamptz
      order by p.id desc limit 1
    ) last on true
    order by a.id`.execute(tx);
  return rows;
}
