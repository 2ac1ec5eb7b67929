import { sql, type Tx } from '#platform/database';

/** Counts of everything that is only ever added to a sitting, with its state: the same as long as nothing was done. */
export async function findMark(tx: Tx, sitting: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('.', s.state,
      (select count(*) from commissions.presence where sitting_id = s.id),
      (select count(*) from commissions.recusal where sitting_id = s.id),
      (select count(*) from commissions.written_opinion where sitting_id = s.id),
      (select concat_ws('-', count(*), count(withdrawn_at), count(seconded_at)) from commissions.ruling where sitting_id = s.id)
    ) as mark from commissions.sitting s where s.id = ${sitting}`.execute(tx);
  return rows[0]?.mark ?? 'none';
}
