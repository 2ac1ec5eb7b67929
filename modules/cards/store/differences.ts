import { anyOf, sql, type Tx } from '#platform/database';
import type { DifferenceKind, Settlement } from '../model/difference.ts';
import type { CardState } from '../model/lifecycle.ts';
import { type CardsTables, type DifferenceRow, type ParcelRow, tables } from './tables.ts';

export type NewDifference = Pick<DifferenceRow, 'batch_id' | 'parcel_id' | 'serial' | 'kind' | 'territory' | 'place'>;

/**
 * Keeps what was found otherwise than the books; the same found again at the same place is told once, as long as it is not settled. What was taken in as it
 * was found is settled with that. Gives the numbers of the cards of what is new.
 */
export async function insertDifferences(
  tx: Tx,
  differences: readonly NewDifference[],
  { at, actor }: { at: string; actor: string },
): Promise<string[]> {
  if (differences.length === 0) return [];
  const { rows } = await sql<{ serial: string }>`
    insert into cards.difference
      (batch_id, parcel_id, serial, kind, territory, place, found_at, found_by, settled_at, settled_as)
    select n.batch_id, n.parcel_id, n.serial, n.kind, n.territory, n.place, ${at}, ${actor},
      case when n.kind = 'surplus' then ${at}::timestamptz end, case when n.kind = 'surplus' then 'taken-in' end
    from jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
      as n(batch_id uuid, parcel_id uuid, serial text, kind text, territory text, place text)
    where not exists (select from cards.difference d where d.serial = n.serial and d.kind = n.kind and d.place = n.place
      and d.settled_at is null)
    returning serial`.execute(tx);
  return rows.map(({ serial }) => serial);
}

type Settled = { readonly at: string; readonly by: string; readonly as: Settlement; readonly kinds: readonly DifferenceKind[] };

/** What was open of these cards, of these kinds, is so no longer. */
export async function settleDifferences(tx: Tx, serials: readonly string[], { at, by, as, kinds }: Settled): Promise<void> {
  if (serials.length === 0) return;
  await tables(tx)
    .updateTable('difference')
    .set({ settled_at: at, settled_as: as, settled_by: by })
    .where('serial', '=', anyOf(serials))
    .where('kind', 'in', kinds)
    .where('settled_at', 'is', null)
    .execute();
}

export function findDifferenceForUpdate(tx: Tx, id: number): Promise<DifferenceRow | undefined> {
  return tables(tx).selectFrom('difference').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function settleDifference(
  tx: Tx,
  id: number,
  { at, by, as, note }: { at: string; by: string; as: Settlement; note: string },
): Promise<void> {
  const settled = { settled_at: at, settled_as: as, settled_by: by, settled_note: note };
  await tables(tx).updateTable('difference').set(settled).where('id', '=', id).execute();
}

/** What is open of these cards, of these kinds. */
export function listOpenOf(tx: Tx, serials: readonly string[], kinds: readonly DifferenceKind[]): Promise<DifferenceRow[]> {
  return tables(tx)
    .selectFrom('difference')
    .selectAll()
    .where('serial', '=', anyOf(serials))
    .where('kind', 'in', kinds)
    .where('settled_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** All that was found of one card otherwise than the books, as it happened. */
export function listDifferencesOf(tx: Tx, serial: string): Promise<DifferenceRow[]> {
  return tables(tx).selectFrom('difference').selectAll().where('serial', '=', serial).orderBy('id').execute();
}

/** A card that was scanned in the box of another batch than it was sent with: so it was made, whatever is said of it. */
export function listTakenInAmong(
  tx: Tx,
  serials: readonly string[],
): Promise<Pick<CardsTables['card'], 'serial' | 'territory'>[]> {
  return tables(tx)
    .selectFrom('difference as d')
    .innerJoin('card as c', 'c.serial', 'd.serial')
    .select(['c.serial', 'c.territory'])
    .distinct()
    .where('d.serial', '=', anyOf(serials))
    .where('d.kind', '=', 'surplus')
    .where('d.batch_id', 'is not', null)
    .execute();
}

export type OpenDifference = Pick<DifferenceRow, 'id' | 'serial' | 'kind' | 'place' | 'territory' | 'found_at'> & {
  readonly batch: string | null;
  readonly parcel: string | null;
  readonly state: CardState | null;
  readonly at: string | null;
};

/** As many as a board shows. */
const MOST = 200;

/** What is not settled, the longest first; with the lot it was found in, and where the books have the card now. */
export async function listOpenDifferences(tx: Tx): Promise<OpenDifference[]> {
  const { rows } = await sql<OpenDifference>`
    select d.id::int as id, d.serial, d.kind, d.place, d.territory, d.found_at, b.number as batch, p.number as parcel, c.state, c.place as at
    from cards.difference d
      left join cards.batch b on b.id = d.batch_id left join cards.parcel p on p.id = d.parcel_id
      left join cards.card c on c.serial = d.serial
    where d.settled_at is null order by d.found_at, d.id limit ${MOST}`.execute(tx);
  return rows;
}

export type PlaceOfOpen = { readonly place: string; readonly open: number; readonly oldest: string };

export async function countOpenDifferences(tx: Tx): Promise<PlaceOfOpen[]> {
  const { rows } = await sql<PlaceOfOpen>`
    select place, count(*)::int as open, min(found_at) as oldest from cards.difference where settled_at is null
    group by place order by place`.execute(tx);
  return rows;
}

export type WrongCount = {
  readonly number: string;
  readonly territory: string;
  readonly since: string;
  readonly counted: number;
  readonly expected: number;
};

/** Boxes of the maker whose count was wrong: until each card of it has been scanned, nobody knows which. */
export async function listWrongCounts(tx: Tx): Promise<WrongCount[]> {
  const { rows } = await sql<WrongCount>`
    select number, territory, since, counted, expected from cards.batch
    where state = 'received' and counted <> expected order by since limit ${MOST}`.execute(tx);
  return rows;
}

type TroubledParcel = Pick<ParcelRow, 'number' | 'origin' | 'territory' | 'state' | 'since' | 'cards' | 'carrier'> & {
  readonly inside: number;
};

/** Parcels that are short, under way since before an instant, or declared lost and not come after all; those that may still come first. */
export async function listTroubledParcels(tx: Tx, before: string): Promise<TroubledParcel[]> {
  const { rows } = await sql<TroubledParcel>`
    select p.number, p.origin, p.territory, p.state, p.since, p.cards, p.carrier,
      (select count(*)::int from cards.card c where c.parcel_id = p.id) as inside
    from cards.parcel p where p.state in ('short', 'lost') or (p.state = 'under_way' and p.since < ${before})
    order by p.state = 'lost', case when p.state = 'lost' then null else p.since end, p.since desc limit ${MOST}`.execute(tx);
  return rows;
}

type Lying = {
  readonly serial: string;
  readonly registration: string;
  readonly office: string;
  readonly since: string;
  readonly state: CardState;
};
type LyingWish = {
  readonly kinds: readonly DifferenceKind[];
  readonly dead: readonly CardState[];
  readonly isAnam: boolean;
  readonly limit: number;
};

/** Cards that are worth nothing and lie where they were found, at ANAM or at the places of others, those that were found first before the others. */
export async function listLying(tx: Tx, { kinds, dead, isAnam, limit }: LyingWish): Promise<Lying[]> {
  const { rows } = await sql<Lying>`
    select d.serial, c.registration_number as registration, d.place as office, min(d.found_at) as since, c.state
    from cards.difference d join cards.card c on c.serial = d.serial
    where d.settled_at is null and d.kind = any(${[...kinds]}::text[]) and c.state = any(${[...dead]}::text[])
      and (d.place = '') = ${isAnam}
    group by d.serial, c.registration_number, d.place, c.state order by 4, 1 limit ${limit}::int`.execute(tx);
  return rows;
}
