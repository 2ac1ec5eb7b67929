import { anyOf, sql, type Tx } from '#platform/database';
import { type LifeEventRow, tables } from './tables.ts';

export async function insertLifeEvent(tx: Tx, row: LifeEventRow): Promise<void> {
  await tables(tx)
    .insertInto('life_event')
    .values({ ...row, stated: sql`${JSON.stringify(row.stated)}::jsonb` as never })
    .execute();
}

export function findLifeEventForUpdate(tx: Tx, id: string): Promise<LifeEventRow | undefined> {
  return tables(tx).selectFrom('life_event').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function findLifeEvent(tx: Tx, id: string): Promise<LifeEventRow | undefined> {
  return tables(tx).selectFrom('life_event').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The other events that were accepted as one with this one, in the families that somebody left for another. */
export async function listWithForUpdate(tx: Tx, { id, with_event: from }: LifeEventRow): Promise<LifeEventRow[]> {
  return await tables(tx)
    .selectFrom('life_event')
    .selectAll()
    .where((where) => where.or([where('with_event', '=', from ?? id), where('id', '=', from ?? id)]))
    .where('id', '<>', id)
    .orderBy('id')
    .forUpdate()
    .execute();
}

type Settling = Pick<LifeEventRow, 'state' | 'settled_at' | 'settled_by' | 'reason'>;

export async function settleLifeEvent(tx: Tx, id: string, settled: Settling): Promise<void> {
  await tables(tx).updateTable('life_event').set(settled).where('id', '=', id).execute();
}

/** What happened in a family, the latest report first. */
export function listLifeEventsOf(tx: Tx, registration: string): Promise<LifeEventRow[]> {
  return tables(tx)
    .selectFrom('life_event')
    .selectAll()
    .where('registration_number', '=', registration)
    .orderBy('reported_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export function listLifeEventsNamed(tx: Tx, ids: readonly string[]): Promise<LifeEventRow[]> {
  return tables(tx).selectFrom('life_event').selectAll().where('id', '=', anyOf(ids)).execute();
}

export type Waiting = LifeEventRow & { readonly request_id: string };

/** Reports that wait for a decision in the asker's jurisdiction, the longest waiting first. */
export async function listWaitingEvents(
  tx: Tx,
  { after, limit }: { after: { at: string; id: string } | undefined; limit: number },
): Promise<Waiting[]> {
  const from = after ? sql`and (e.reported_at, e.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Waiting>`
    select e.*, r.request_id from entitlements.life_event e
    join entitlements.registration r on r.number = e.registration_number
    where e.state = 'reported' ${from} order by e.reported_at, e.id limit ${limit}::int`.execute(tx);
  return rows;
}
