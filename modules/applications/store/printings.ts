import type { Tx } from '#platform/database';
import { type ApplicationsTables, tables } from './tables.ts';

export type PrintingRow = ApplicationsTables['printing'];

export async function insertPrinting(tx: Tx, row: PrintingRow): Promise<void> {
  await tables(tx).insertInto('printing').values(row).execute();
}

export function listPrintings(tx: Tx, application: string): Promise<PrintingRow[]> {
  return tables(tx).selectFrom('printing').selectAll().where('application_id', '=', application).orderBy('printed_at').execute();
}
