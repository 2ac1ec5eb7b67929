import { sql, type Tx } from '#platform/database';
import type { AppealState } from '../model/appeal.ts';
import { type AppealRow, tables } from './tables.ts';

export async function takeAppealNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: string }>`select nextval('commissions.appeal_number') as n`.execute(tx);
  return Number(rows[0]?.n ?? 0);
}

/** Stores an appeal unless its decision is contested already; says whether it was stored. */
export async function insertAppeal(tx: Tx, row: AppealRow): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('appeal')
    .values(row)
    .onConflict((conflict) => conflict.columns(['sitting_id', 'application_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

/** The latest appeal about a file. */
export function findAppealOfFile(tx: Tx, application: string): Promise<AppealRow | undefined> {
  return tables(tx)
    .selectFrom('appeal')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('filed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function findAppealForUpdate(tx: Tx, id: string): Promise<AppealRow | undefined> {
  return tables(tx).selectFrom('appeal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateAppeal(
  tx: Tx,
  id: string,
  change: Pick<AppealRow, 'state' | 'since' | 'reason' | 'actor'>,
): Promise<void> {
  await tables(tx).updateTable('appeal').set(change).where('id', '=', id).execute();
}

/** Appeals in a state, the longest waiting first. */
export function listAppeals(tx: Tx, state: AppealState, limit: number): Promise<AppealRow[]> {
  return tables(tx)
    .selectFrom('appeal')
    .selectAll()
    .where('state', '=', state)
    .orderBy('filed_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}
