import { anyOf, sql, type Tx } from '#platform/database';
import { type MemberRow, type PresenceRow, type SittingRow, tables } from './tables.ts';

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

/** Everyone with a mandate on the commission on the day of a sitting, and whoever was noted in its room. */
export async function listMembersOfSitting(tx: Tx, sitting: SittingRow): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.* from commissions.member m
    where m.commission_id = ${sitting.commission_id}
      and (${sitting.held_on}::date between m.held_from and coalesce(m.held_to, 'infinity')
        or exists (select from commissions.presence p where p.sitting_id = ${sitting.id} and p.member_id = m.id))
    order by m.institution, m.seat, m.id`.execute(tx);
  return rows;
}

/** The cards that stand in mandates of an agent, whichever commission they are of. */
export async function listCardsOfAgent(tx: Tx, agent: string): Promise<string[]> {
  const { rows } = await sql<{ cnie: string }>`
    select distinct cnie from commissions.member where agent_id = ${agent} and cnie is not null`.execute(tx);
  return rows.map((row) => row.cnie);
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

/** One deed at a time on the mandates of a commission: what is looked at is still so when it is written. */
export async function lockCommission(tx: Tx, commission: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`commissions.members ${commission}`}, 0))`.execute(tx);
}

/** The mandates of a commission in force on a day or on any later one. */
export async function listMembersFrom(tx: Tx, commission: string, day: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select * from commissions.member where commission_id = ${commission} and (held_to is null or held_to >= greatest(held_from, ${day}::date))
    order by institution, seat, held_from, id`.execute(tx);
  return rows;
}

export function findMember(tx: Tx, id: string): Promise<MemberRow | undefined> {
  return tables(tx).selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function endMemberRow(tx: Tx, id: string, lastDay: string): Promise<void> {
  await tables(tx).updateTable('member').set({ held_to: lastDay }).where('id', '=', id).execute();
}
