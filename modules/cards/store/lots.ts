import { sql, type Tx } from '#platform/database';
import { type BatchRow, type CardsTables, type ParcelRow, tables } from './tables.ts';

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

type OpenBatch = Pick<BatchRow, 'number' | 'territory' | 'state' | 'since' | 'cards' | 'counted'> & { readonly missing: number };
type OpenParcel = Pick<ParcelRow, 'number' | 'origin' | 'territory' | 'state' | 'since' | 'cards' | 'carrier'> & {
  readonly inside: number;
};

/** As many lots as a screen shows. */
const MOST = 200;

export async function countOrdered(tx: Tx): Promise<{ province: string; cards: number }[]> {
  const { rows } = await sql<{ province: string; cards: number }>`
    select substring(territory from '^[^.]+[.][^.]+') as province, count(*)::int as cards from cards.card
    where state in ('ordered', 'rejected_proof') group by 1 order by 1`.execute(tx);
  return rows;
}

export async function listOpenBatches(tx: Tx) {
  const { rows } = await sql<OpenBatch>`
    select b.number, b.territory, b.state, b.since, b.cards, b.counted,
      (select count(*)::int from cards.difference d where d.batch_id = b.id and d.kind = 'missing' and d.settled_at is null) as missing
    from cards.batch b
    where b.state <> 'checked'
      or exists (select from cards.difference d where d.batch_id = b.id and d.kind = 'missing' and d.settled_at is null)
    order by b.since limit ${MOST}`.execute(tx);
  return rows;
}

export async function listOpenParcels(tx: Tx) {
  const { rows } = await sql<OpenParcel>`
    select p.number, p.origin, p.territory, p.state, p.since, p.cards, p.carrier,
      (select count(*)::int from cards.card c where c.parcel_id = p.id) as inside
    from cards.parcel p where p.state in ('packed', 'under_way', 'short') order by p.since limit ${MOST}`.execute(tx);
  return rows;
}

export async function countStock(
  tx: Tx,
): Promise<{ state: 'checked' | 'at_province' | 'at_office'; place: string; cards: number }[]> {
  const { rows } = await sql<{ state: 'checked' | 'at_province' | 'at_office'; place: string; cards: number }>`
    select state, place, count(*)::int as cards from cards.card
    where state in ('checked', 'at_province', 'at_office') and parcel_id is null group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
