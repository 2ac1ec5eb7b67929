import { sql, type Tx } from '#platform/database';

export type PageOf<After> = { readonly batch: string; readonly after: After; readonly limit: number };

/** How many records of a batch each rule refused, the most frequent first. */
export async function countRefusals(tx: Tx, batch: string): Promise<{ rule: string; records: number }[]> {
  const { rows } = await sql<{ rule: string; records: number }>`
    select rule, count(*)::int as records from applications.refused_record
    where batch_id = ${batch} group by rule order by records desc, rule`.execute(tx);
  return rows;
}

export type RefusedRow = { ordinal: number; line: number; reference: string | null; rule: string; refusals: unknown };

export async function listRefused(tx: Tx, { batch, after, limit }: PageOf<number>): Promise<RefusedRow[]> {
  const { rows } = await sql<RefusedRow>`
    select ordinal, line, reference, rule, refusals from applications.refused_record
    where batch_id = ${batch} and ordinal > ${after} order by ordinal limit ${limit}`.execute(tx);
  return rows;
}

export type FileRow = { id: string; number: string; state: string; outcome: string | null; birthDate: string };

export async function listFiles(tx: Tx, { batch, after, limit }: PageOf<string | undefined>): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select id, number, state, outcome, head_birth_date as "birthDate" from applications.application
    where batch_id = ${batch} and id > coalesce(${after ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`.execute(tx);
  return rows;
}

export type RecentBatch = {
  id: string;
  sender: string;
  reference: string;
  state: string;
  rehearsal: boolean;
  received_at: string;
};

export async function listRecentBatches(tx: Tx, limit: number): Promise<RecentBatch[]> {
  const { rows } = await sql<RecentBatch>`
    select id, sender, reference, state, rehearsal, received_at from applications.batch order by id desc limit ${limit}`.execute(
    tx,
  );
  return rows;
}
