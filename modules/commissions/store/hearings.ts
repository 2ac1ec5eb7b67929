import { sql, type Tx } from '#platform/database';
import { type SittingRow, tables } from './tables.ts';

/** A sitting that hears appeals; undefined for one of a local commission. */
export function findHearing(tx: Tx, sitting: string): Promise<SittingRow | undefined> {
  return tables(tx)
    .selectFrom('sitting')
    .selectAll()
    .where('id', '=', sitting)
    .where('commission_id', 'in', sql<string>`(select id from commissions.commission where kind = 'cpp')`)
    .executeTakeFirst();
}
