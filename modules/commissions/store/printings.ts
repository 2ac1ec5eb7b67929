import type { Tx } from '#platform/database';
import { type CommissionsTables, type SignatureRow, tables } from './tables.ts';

type PrintingRow = CommissionsTables['printing'];

export async function insertPrinting(tx: Tx, row: PrintingRow): Promise<void> {
  await tables(tx).insertInto('printing').values(row).execute();
}

export function listSignatures(tx: Tx, sitting: string): Promise<SignatureRow[]> {
  return tables(tx).selectFrom('signature').selectAll().where('sitting_id', '=', sitting).orderBy('at').execute();
}
