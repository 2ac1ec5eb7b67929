import { sql, type Tx } from '#platform/database';

export type RejectionRow = {
  readonly id: string;
  readonly request_id: string;
  readonly code: string;
  readonly place: string;
  readonly note: string | null;
  readonly list_id: string | null;
  readonly at: string;
  readonly actor: string;
  readonly territory: string;
};

export async function insertRejections(tx: Tx, rows: readonly RejectionRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into entitlements.rejection
    select * from jsonb_populate_recordset(null::entitlements.rejection, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

/** What the agency sent these files back for, the latest first. */
export async function listRejections(tx: Tx, requests: readonly string[]): Promise<RejectionRow[]> {
  const { rows } = await sql<RejectionRow>`
    select * from entitlements.rejection where request_id = any(${[...requests]}::uuid[]) order by at desc, id desc`.execute(tx);
  return rows;
}
