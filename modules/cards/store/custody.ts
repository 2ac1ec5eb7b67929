import { anyOf, sql, type Tx } from '#platform/database';
import { type CardState, cardStates } from '../model/lifecycle.ts';
import { type BatchRow, type CardRow, type CardsTables, type ParcelRow, tables } from './tables.ts';

/** A card and where it is from now on. */
export type Move = {
  readonly serial: string;
  readonly state: CardState;
  readonly place: string;
  readonly batch_id: string | null;
  readonly parcel_id: string | null;
  readonly revoked_at: string | null;
};

/** Moves cards, each with its line in the custody; one statement however many. */
export async function moveCards(tx: Tx, moves: readonly Move[], { at, actor }: { at: string; actor: string }): Promise<void> {
  if (moves.length === 0) return;
  const told = moves.map((move) => ({ ...move, holder: cardStates[move.state].holder }));
  await sql`
    with moved as (
      update cards.card c set state = m.state, since = ${at}, place = m.place, batch_id = m.batch_id, parcel_id = m.parcel_id,
        revoked_at = coalesce(c.revoked_at, m.revoked_at)
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as m(serial text, state text, place text, batch_id uuid, parcel_id uuid, revoked_at timestamptz, holder text)
        join cards.card old on old.serial = m.serial
      where c.serial = m.serial
      returning c.serial, old.state as from_state, c.state as to_state, m.holder, c.territory, c.place)
    insert into cards.passage (serial, from_state, to_state, at, holder, territory, place, actor)
    select serial, from_state, to_state, ${at}, holder, territory, place, ${actor} from moved order by serial`.execute(tx);
}

/** Cards that are worth nothing were destroyed: they lie nowhere any more, and what they were worth nothing for stays said. */
export async function clearPlaces(tx: Tx, serials: readonly string[]): Promise<void> {
  await tables(tx).updateTable('card').set({ place: '' }).where('serial', '=', anyOf(serials)).execute();
}

/** Notes which cards lie in a parcel that has not left yet: they have not changed hands. */
export async function packCards(tx: Tx, serials: readonly string[], parcel: string | null): Promise<void> {
  await tables(tx).updateTable('card').set({ parcel_id: parcel }).where('serial', '=', anyOf(serials)).execute();
}

/** The oldest cards to be made for a place, that nobody else is taking at this moment. */
export async function takeToBatch(tx: Tx, territory: string, most: number): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select * from cards.card where (territory || '.') ^@ ${`${territory}.`} and state = 'ordered'
    order by since, serial limit ${most} for update skip locked`.execute(tx);
  return rows;
}

/** Keeps what was found wrong with each of these cards. */
export async function noteFaults(tx: Tx, faults: ReadonlyMap<string, string>): Promise<void> {
  await sql`
    update cards.card c set rejected_for = f.fault from unnest(${[...faults.keys()]}::text[], ${[...faults.values()]}::text[]) as f(serial, fault)
    where c.serial = f.serial`.execute(tx);
}

export function lockCardsOfBatch(tx: Tx, batch: string): Promise<CardRow[]> {
  return tables(tx).selectFrom('card').selectAll().where('batch_id', '=', batch).orderBy('serial').forUpdate().execute();
}

export function lockCardsOfParcel(tx: Tx, parcel: string): Promise<CardRow[]> {
  return tables(tx).selectFrom('card').selectAll().where('parcel_id', '=', parcel).orderBy('serial').forUpdate().execute();
}

export async function takeNumber(tx: Tx, of: 'batch' | 'parcel' | 'destruction'): Promise<number> {
  const sequence = `cards.${of}_number`;
  const { rows } = await sql<{ n: number }>`select nextval(${sequence}::regclass) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

export async function insertBatch(tx: Tx, batch: BatchRow): Promise<void> {
  await tables(tx).insertInto('batch').values(batch).execute();
}

export function findBatchForUpdate(tx: Tx, number: string): Promise<BatchRow | undefined> {
  return tables(tx).selectFrom('batch').selectAll().where('number', '=', number).forUpdate().executeTakeFirst();
}

export async function setBatch(tx: Tx, id: string, change: Partial<BatchRow>): Promise<void> {
  await tables(tx).updateTable('batch').set(change).where('id', '=', id).execute();
}

export async function insertParcel(tx: Tx, parcel: ParcelRow): Promise<void> {
  await tables(tx).insertInto('parcel').values(parcel).execute();
}

export function findParcelForUpdate(tx: Tx, number: string): Promise<ParcelRow | undefined> {
  return tables(tx).selectFrom('parcel').selectAll().where('number', '=', number).forUpdate().executeTakeFirst();
}

export async function insertDestruction(tx: Tx, row: CardsTables['destruction']): Promise<void> {
  await tables(tx)
    .insertInto('destruction')
    .values({ ...row, cards: JSON.stringify(row.cards) as never })
    .execute();
}

export async function setParcel(tx: Tx, id: string, change: Partial<ParcelRow>): Promise<void> {
  await tables(tx).updateTable('parcel').set(change).where('id', '=', id).execute();
}

/** Parcels that were short and of which nothing is missing any more. */
export async function completeShortParcels(tx: Tx, parcels: readonly string[], at: string): Promise<void> {
  await sql`
    update cards.parcel p set state = 'received', since = ${at} where p.id = any(${parcels}) and p.state = 'short'
      and not exists (select from cards.card c where c.parcel_id = p.id)`.execute(tx);
}

export async function insertHandOver(tx: Tx, row: CardsTables['hand_over']): Promise<void> {
  await tables(tx).insertInto('hand_over').values(row).execute();
}

/** Withdraws the last giving of a card from hand to hand. */
type Undone = { readonly at: string; readonly as: 'recovered' | 'lost'; readonly why: string };

export async function undoHandOver(tx: Tx, serial: string, undone: Undone): Promise<void> {
  await tables(tx)
    .updateTable('hand_over')
    .set({ undone_at: undone.at, undone_as: undone.as, undone_why: undone.why })
    .where('serial', '=', serial)
    .where('undone_at', 'is', null)
    .execute();
}
