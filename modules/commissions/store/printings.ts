import type { Tx } from '#platform/database';
import { type CommissionsTables, tables } from './tables.ts';

type PrintingRow = CommissionsTables['printing'];

export async function insertPrinting(tx: Tx, row: PrintingRow): Promise<void> {
  await tables(tx).insertInto('printing').values(row).execute();
}

/** Every print of sealed minutes, the first first. */
export function listPrintings(tx: Tx, sitting: string): Promise<PrintingRow[]> {
  return tables(tx)
    .selectFrom('printing')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .where('paper', '=', 'minutes')
    .orderBy('printed_at')
    .execute();
}
