import { anyOf, sql, type Tx, tablesOf } from '#platform/database';
import type { CardState } from '../model/lifecycle.ts';

export type CardsTables = {
  batch: { id: string; made_up_at: string; key_id: string };
  card: {
    serial: string;
    registration_number: string;
    batch_id: string;
    state: CardState;
    since: string;
    valid_from: string;
    valid_to: string;
    credential: string;
    revoked_at: string | null;
    territory: string;
  };
  passage: {
    id: number;
    serial: string;
    from_state: CardState | null;
    to_state: CardState;
    at: string;
    holder: string;
    territory: string;
  };
};
export type CardRow = CardsTables['card'];

const tables = tablesOf<CardsTables>('cards');

export async function takeSerials(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('cards.card_serial') as n from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.n);
}

/** Of these families, those that hold a card which is still worth something. */
export async function listCarded(tx: Tx, registrations: readonly string[], dead: readonly CardState[]): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('card')
    .select('registration_number')
    .where('registration_number', '=', anyOf(registrations))
    .where('state', 'not in', dead)
    .execute();
  return rows.map((row) => row.registration_number);
}

/** Stores a batch of cards with the two stages they have passed: ordered, then put into the batch. */
export async function insertCards(tx: Tx, batch: CardsTables['batch'], cards: readonly CardRow[]): Promise<void> {
  await tables(tx).insertInto('batch').values(batch).execute();
  await sql`insert into cards.card select * from jsonb_populate_recordset(null::cards.card, ${JSON.stringify(cards)}::jsonb)`.execute(
    tx,
  );
  const passages = cards.flatMap(({ serial, since, territory }) => [
    { serial, from_state: null, to_state: 'ordered', at: since, holder: 'anam', territory },
    { serial, from_state: 'ordered', to_state: 'batched', at: since, holder: 'anam', territory },
  ]);
  await insertPassages(tx, passages);
}

export async function insertPassages(
  tx: Tx,
  rows: readonly { serial: string; from_state: string | null; to_state: string; at: string; holder: string; territory: string }[],
): Promise<void> {
  await sql`
    insert into cards.passage (serial, from_state, to_state, at, holder, territory)
    select serial, from_state, to_state, at, holder, territory from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as p(serial text, from_state text, to_state text, at timestamptz, holder text, territory text)`.execute(tx);
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

export function findCardForUpdate(tx: Tx, serial: string): Promise<CardRow | undefined> {
  return tables(tx).selectFrom('card').selectAll().where('serial', '=', serial).forUpdate().executeTakeFirst();
}

export function findCard(tx: Tx, serial: string): Promise<CardRow | undefined> {
  return tables(tx).selectFrom('card').selectAll().where('serial', '=', serial).executeTakeFirst();
}

export async function setCardState(tx: Tx, serial: string, change: Partial<CardRow>): Promise<void> {
  await tables(tx).updateTable('card').set(change).where('serial', '=', serial).execute();
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
