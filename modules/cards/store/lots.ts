import type { Tx } from '#platform/database';
import { type CardsTables, type ParcelRow, tables } from './tables.ts';

export function findParcel(tx: Tx, id: string): Promise<ParcelRow | undefined> {
  return tables(tx).selectFrom('parcel').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listHandOvers(tx: Tx, serial: string): Promise<CardsTables['hand_over'][]> {
  return tables(tx).selectFrom('hand_over').selectAll().where('serial', '=', serial).orderBy('at').execute();
}

export function listDifferencesOf(tx: Tx, serial: string) {
  return tables(tx)
    .selectFrom('difference')
    .select(['kind', 'found_at', 'settled_as'])
    .where('serial', '=', serial)
    .orderBy('id')
    .execute();
}
