import { sql, type Tx } from '#platform/database';
import { type BatchRow, type CardRow, type CardsTables, type ParcelRow, tables } from './tables.ts';

export function findBatch(tx: Tx, number: string): Promise<BatchRow | undefined> {
  return tables(tx).selectFrom('batch').selectAll().where('number', '=', number).executeTakeFirst();
}

/** As many as the maker may have at once: more than the cards of a year, in boxes. */
const MOST_WITH_MAKER = 2_000;

export async function listWithMaker(tx: Tx): Promise<{ number: string; state: 'sent' | 'acknowledged' }[]> {
  const rows = tables(tx).selectFrom('batch').select(['number', 'state']).where('state', 'in', ['sent', 'acknowledged']);
  return rows.orderBy('since').limit(MOST_WITH_MAKER).$castTo<{ number: string; state: 'sent' | 'acknowledged' }>().execute();
}

/** The cards of a batch in the order of their numbers, those after one of them. */
export function pageOfBatch(tx: Tx, batch: string, { after, limit }: { after: string; limit: number }): Promise<CardRow[]> {
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('batch_id', '=', batch)
    .where('serial', '>', after)
    .orderBy('serial')
    .limit(limit)
    .execute();
}

export function findParcel(tx: Tx, id: string): Promise<ParcelRow | undefined> {
  return tables(tx).selectFrom('parcel').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listHandOvers(tx: Tx, serial: string): Promise<CardsTables['hand_over'][]> {
  return tables(tx).selectFrom('hand_over').selectAll().where('serial', '=', serial).orderBy('at').execute();
}

type OpenBatch = Pick<BatchRow, 'number' | 'territory' | 'state' | 'since' | 'cards' | 'counted' | 'maker_fault'> & {
  readonly missing: number;
};
type OpenParcel = Pick<ParcelRow, 'number' | 'origin' | 'territory' | 'state' | 'since' | 'cards' | 'carrier'> & {
  readonly inside: number;
};

/** As many lots as a screen shows. */
const MOST = 200;

export async function countOrdered(tx: Tx): Promise<{ province: string; cards: number }[]> {
  const { rows } = await sql<{ province: string; cards: number }>`
    select substring(territory from '^[^.]+[.][^.]+') as province, count(*)::int as cards from cards.card
    where state = 'ordered' group by 1 order by 1`.execute(tx);
  return rows;
}

/** Cards that wait until somebody has said whether their data are right, the longest waiting first. */
export function listRejected(
  tx: Tx,
): Promise<Pick<CardRow, 'serial' | 'registration_number' | 'territory' | 'since' | 'rejected_for'>[]> {
  return tables(tx)
    .selectFrom('card')
    .select(['serial', 'registration_number', 'territory', 'since', 'rejected_for'])
    .where('state', '=', 'rejected_proof')
    .orderBy('since')
    .orderBy('serial')
    .limit(MOST)
    .execute();
}

export async function listOpenBatches(tx: Tx) {
  const { rows } = await sql<OpenBatch>`
    select b.number, b.territory, b.state, b.since, b.cards, b.counted, b.maker_fault,
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

export type Stock = {
  readonly state: 'checked' | 'at_province' | 'at_office';
  readonly place: string;
  /** Where they go next: the province from ANAM, the office from there; where they are, once they are at the office. */
  readonly next: string;
  readonly cards: number;
};

export async function countStock(tx: Tx): Promise<Stock[]> {
  const { rows } = await sql<Stock>`
    select state, place, count(*)::int as cards,
      case state when 'checked' then substring(territory from '^[^.]+[.][^.]+') when 'at_province' then territory else place end as next
    from cards.card where state in ('checked', 'at_province', 'at_office') and parcel_id is null
    group by 1, 2, next order by 1, 2, next`.execute(tx);
  return rows;
}

/** Cards that wait at an office since before an instant, the longest first. */
export function listUncollected(tx: Tx, before: string, limit: number): Promise<CardRow[]> {
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('state', '=', 'at_office')
    .where('since', '<', before)
    .orderBy('since')
    .orderBy('serial')
    .limit(limit)
    .execute();
}

export function findParcelNumbered(tx: Tx, number: string): Promise<ParcelRow | undefined> {
  return tables(tx).selectFrom('parcel').selectAll().where('number', '=', number).executeTakeFirst();
}

export function findDestruction(tx: Tx, number: string): Promise<CardsTables['destruction'] | undefined> {
  return tables(tx).selectFrom('destruction').selectAll().where('number', '=', number).executeTakeFirst();
}
