import { anyOf, sql, type Tx } from '#platform/database';
import type { CardState } from '../model/lifecycle.ts';
import { type CardRow, type CardsTables, tables } from './tables.ts';

export async function takeSerials(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('cards.card_serial') as n from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.n);
}

/** The cards of these families that are not worthless by their state, held until the deed is done. */
export function lockLiveCardsOf(tx: Tx, registrations: readonly string[], dead: readonly CardState[]): Promise<CardRow[]> {
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('registration_number', '=', anyOf(registrations))
    .where('state', 'not in', dead)
    .orderBy('serial')
    .forUpdate()
    .execute();
}

/** The cards of these families that are in some states, held until the deed is done. */
export function lockCardsIn(tx: Tx, registrations: readonly string[], states: readonly CardState[]): Promise<CardRow[]> {
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('registration_number', '=', anyOf(registrations))
    .where('state', 'in', states)
    .orderBy('serial')
    .forUpdate()
    .execute();
}

export async function setTerritories(tx: Tx, cards: readonly Pick<CardRow, 'serial' | 'territory'>[]): Promise<void> {
  const moving = cards.map(({ serial, territory }) => ({ serial, territory }));
  await sql`
    update cards.card c set territory = n.territory
    from jsonb_to_recordset(${JSON.stringify(moving)}::jsonb) as n(serial text, territory text) where c.serial = n.serial`.execute(
    tx,
  );
}

type Soon = { readonly from: string; readonly to: string; readonly after: string; readonly limit: number };

/** Cards that are worth something and end in these days, in the order of their numbers, of families that have no later one; held until the deed is done. */
export async function lockEndingSoon(tx: Tx, { from, to, after, limit }: Soon, dead: readonly CardState[]): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select c.* from cards.card c where c.valid_to between ${from}::date and ${to}::date and c.serial > ${after}
      and c.state <> all(${[...dead]}::text[]) and not exists (
        select from cards.card n where n.registration_number = c.registration_number and n.valid_from > c.valid_to
          and n.state <> all(${[...dead]}::text[]))
    order by c.serial limit ${limit}::int for update of c`.execute(tx);
  return rows;
}

/** Stores cards that were signed together, each ordered. */
export async function insertCards(
  tx: Tx,
  signing: CardsTables['signing'],
  { cards, actor }: { readonly cards: readonly CardRow[]; readonly actor: string },
): Promise<void> {
  await tables(tx).insertInto('signing').values(signing).execute();
  await sql`insert into cards.card select * from jsonb_populate_recordset(null::cards.card, ${JSON.stringify(cards)}::jsonb)`.execute(
    tx,
  );
  await sql`
    insert into cards.passage (serial, to_state, at, holder, territory, place, actor)
    select serial, state, since, 'anam', territory, place, ${actor}
    from jsonb_populate_recordset(null::cards.card, ${JSON.stringify(cards)}::jsonb)`.execute(tx);
}

/** What could not be made of these families is what was found now, and no more. */
export async function replaceUnmade(
  tx: Tx,
  { tried, unmade }: { readonly tried: readonly string[]; readonly unmade: readonly CardsTables['unmade'][] },
): Promise<void> {
  await tables(tx).deleteFrom('unmade').where('registration_number', '=', anyOf(tried)).execute();
  if (unmade.length > 0) await tables(tx).insertInto('unmade').values(unmade).execute();
}

/** As many as a person looks at in one go. */
const MOST_UNMADE = 100;

/** Families whose card could not be made, those that wait longest first. */
export function listUnmade(tx: Tx): Promise<CardsTables['unmade'][]> {
  return tables(tx).selectFrom('unmade').selectAll().orderBy('since').limit(MOST_UNMADE).execute();
}

export function listCardsOf(tx: Tx, registrations: readonly string[]): Promise<CardRow[]> {
  if (registrations.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('registration_number', '=', anyOf(registrations))
    .orderBy('serial')
    .execute();
}

type CardWithRoad = CardRow & { readonly reached: CardState; readonly handed_over_at: string | null };

/** The same, each with the state it was in before it was worth nothing, and when its family last took it. */
export async function listCardsWithRoad(
  tx: Tx,
  registrations: readonly string[],
  dead: readonly CardState[],
): Promise<CardWithRoad[]> {
  if (registrations.length === 0) return [];
  const { rows } = await sql<CardWithRoad>`
    select c.*, case when c.state = any(${[...dead]}::text[]) then coalesce(
        (select p.from_state from cards.passage p where p.serial = c.serial and p.to_state = c.state order by p.id desc limit 1),
        'ordered') else c.state end as reached,
      (select max(p.at) from cards.passage p where p.serial = c.serial and p.to_state = 'handed_over') as handed_over_at
    from cards.card c where c.registration_number = any(${[...registrations]}::text[]) order by c.serial`.execute(tx);
  return rows;
}

/** In the order of their numbers. */
export function listCardsNumbered(tx: Tx, serials: readonly string[]): Promise<CardRow[]> {
  return tables(tx).selectFrom('card').selectAll().where('serial', '=', anyOf(serials)).orderBy('serial').execute();
}

type Over = { readonly today: string; readonly limit: number };

/** Cards whose last day is before this one, wherever they are, the first to end first; nobody else is taking them at this moment. */
export async function lockOver(tx: Tx, { today, limit }: Over, dead: readonly CardState[]): Promise<CardRow[]> {
  // The states stand in the text, so that the index of what is still worth something is used however often this was asked.
  const { rows } = await sql<CardRow>`
    select * from cards.card where state not in (${sql.join(dead.map((state) => sql.lit(state)))}) and valid_to < ${today}::date
    order by valid_to, serial limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

export async function findCardForUpdate(tx: Tx, serial: string): Promise<CardRow | undefined> {
  return (await lockCards(tx, [serial]))[0];
}

/** In the order of their numbers, so that two who hold some of the same wait for one another and never stand across. */
export function lockCards(tx: Tx, serials: readonly string[]): Promise<CardRow[]> {
  return tables(tx).selectFrom('card').selectAll().where('serial', '=', anyOf(serials)).orderBy('serial').forUpdate().execute();
}

export function listPassages(tx: Tx, serial: string): Promise<CardsTables['passage'][]> {
  return tables(tx).selectFrom('passage').selectAll().where('serial', '=', serial).orderBy('id').execute();
}

export function findCard(tx: Tx, serial: string): Promise<CardRow | undefined> {
  return tables(tx).selectFrom('card').selectAll().where('serial', '=', serial).executeTakeFirst();
}

export type RevokedCard = { serial: string; state: CardState; revoked_at: string };

export function listRevoked(tx: Tx, validOn: string): Promise<RevokedCard[]> {
  return tables(tx)
    .selectFrom('card')
    .select(['serial', 'state', 'revoked_at'])
    .where('revoked_at', 'is not', null)
    .where('valid_to', '>=', validOn)
    .orderBy('serial')
    .$castTo<RevokedCard>()
    .execute();
}

export function listRevokedAmong(tx: Tx, serials: readonly string[]): Promise<RevokedCard[]> {
  return tables(tx)
    .selectFrom('card')
    .select(['serial', 'state', 'revoked_at'])
    .where('serial', '=', anyOf(serials))
    .where('revoked_at', 'is not', null)
    .$castTo<RevokedCard>()
    .execute();
}

type RevokedPage = { readonly validOn: string; readonly knownAt: string; readonly after: string; readonly limit: number };

/** The same as an instant knew them, a page in the order of serials. */
export function listRevokedAfter(tx: Tx, { validOn, knownAt, after, limit }: RevokedPage): Promise<{ serial: string }[]> {
  return tables(tx)
    .selectFrom('card')
    .select('serial')
    .where('revoked_at', '<=', knownAt)
    .where('valid_to', '>=', validOn)
    .where('serial', '>', after)
    .orderBy('serial')
    .limit(limit)
    .execute();
}
