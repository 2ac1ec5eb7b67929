import { anyOf, sql, type Tx } from '#platform/database';
import { type MemberRow, type PresenceRow, tables } from './tables.ts';

export async function insertMembers(tx: Tx, rows: readonly MemberRow[]): Promise<void> {
  await sql`insert into commissions.member select * from jsonb_populate_recordset(null::commissions.member, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** The mandates of a commission in force on a day. */
export function listMembersOn(tx: Tx, commission: string, day: string): Promise<MemberRow[]> {
  return tables(tx)
    .selectFrom('member')
    .selectAll()
    .where('commission_id', '=', commission)
    .where('held_from', '<=', day)
    .where((or) => or.or([or('held_to', 'is', null), or('held_to', '>=', day)]))
    .orderBy('institution')
    .orderBy('seat')
    .orderBy('id')
    .execute();
}

export function listMembers(tx: Tx, ids: readonly string[]): Promise<MemberRow[]> {
  return tables(tx).selectFrom('member').selectAll().where('id', '=', anyOf(ids)).orderBy('id').execute();
}

/** Notes arrivals and departures; the same one again changes nothing. */
export async function insertPresence(tx: Tx, rows: readonly PresenceRow[]): Promise<void> {
  await tables(tx)
    .insertInto('presence')
    .values([...rows])
    .onConflict((same) => same.doNothing())
    .execute();
}

export function listPresence(tx: Tx, sitting: string): Promise<PresenceRow[]> {
  return tables(tx)
    .selectFrom('presence')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .orderBy('at')
    .orderBy('recorded_at')
    .execute();
}
