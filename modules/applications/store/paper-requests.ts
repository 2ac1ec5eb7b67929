import type { Tx } from '#platform/database';
import { type ApplicationsTables, tables } from './tables.ts';

export type PaperRequestRow = ApplicationsTables['paper_request'];

export async function insertPaperRequest(tx: Tx, row: PaperRequestRow): Promise<void> {
  await tables(tx).insertInto('paper_request').values(row).execute();
}

/** What was asked last; a family that is asked again reads the last list. */
export function findLatestPaperRequest(tx: Tx, application: string): Promise<PaperRequestRow | undefined> {
  return tables(tx)
    .selectFrom('paper_request')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
