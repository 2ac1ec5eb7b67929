import { anyOf, type Tx } from '#platform/database';
import { type LookedRow, type ReturnedRow, tables } from './tables.ts';

export async function insertReturned(tx: Tx, rows: readonly ReturnedRow[]): Promise<void> {
  await tables(tx)
    .insertInto('returned')
    .values([...rows])
    .execute();
}

/** What the province gave back of these sittings. */
export function listReturned(tx: Tx, sittings: readonly string[]): Promise<ReturnedRow[]> {
  return tables(tx).selectFrom('returned').selectAll().where('sitting_id', '=', anyOf(sittings)).orderBy('at').execute();
}

/** The last time each of these files was given back. */
export async function listLatestReturned(tx: Tx, applications: readonly string[]): Promise<ReturnedRow[]> {
  if (applications.length === 0) return [];
  return tables(tx)
    .selectFrom('returned')
    .distinctOn('application_id')
    .selectAll()
    .where('application_id', '=', anyOf(applications))
    .orderBy('application_id')
    .orderBy('at', 'desc')
    .execute();
}

/** Notes that files were read; one that was read before keeps its first reader. Gives those that were new. */
export function insertLooked(tx: Tx, rows: readonly LookedRow[]): Promise<Pick<LookedRow, 'application_id'>[]> {
  return tables(tx)
    .insertInto('looked')
    .values([...rows])
    .onConflict((known) => known.doNothing())
    .returning('application_id')
    .execute();
}

export function listLooked(tx: Tx, sittings: readonly string[]): Promise<LookedRow[]> {
  return tables(tx).selectFrom('looked').selectAll().where('sitting_id', '=', anyOf(sittings)).orderBy('at').execute();
}
