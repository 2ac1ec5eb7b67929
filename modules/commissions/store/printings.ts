import type { Tx } from '#platform/database';
import { type CommissionsTables, tables } from './tables.ts';

type PrintingRow = CommissionsTables['printing'];

export async function insertPrinting(tx: Tx, row: PrintingRow): Promise<void> {
  await tables(tx).insertInto('printing').values(row).execute();
}
