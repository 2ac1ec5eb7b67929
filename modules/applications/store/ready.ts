import { sql, type Tx } from '#platform/database';

export type ReadyFile = { id: string; territory: string; proposal: string; since: string };

/** Scored files, by commune then by age: what agendas are made of. `rehearsal` keeps to the files of rehearsed batches. */
export async function listReady(tx: Tx, options: { rehearsal: boolean; limit: number }): Promise<ReadyFile[]> {
  const { rows } = await sql<ReadyFile>`
    select a.id, a.territory, a.proposal, a.since
    from applications.application a
    where a.state = 'scored' and (not ${options.rehearsal} or exists (select from applications.batch b where b.id = a.batch_id and b.rehearsal))
    order by a.territory, a.since, a.id limit ${options.limit}`.execute(tx);
  return rows;
}

export type SilentFile = { id: string; number: string; territory: string; proposal: 'poor' | 'vulnerable' | 'not_eligible' };

/** Scored files without a decision that were filed before a day, commune by commune. */
export async function listScoredBefore(tx: Tx, day: string, limit: number): Promise<SilentFile[]> {
  const { rows } = await sql<SilentFile>`
    select a.id, a.number, a.territory, a.proposal from applications.application a
    where a.state = 'scored' and a.filed_on < ${day}::date order by a.territory, a.filed_on, a.id limit ${limit}`.execute(tx);
  return rows;
}
