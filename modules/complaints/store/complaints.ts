import { sql, type Tx } from '#platform/database';
import type { Instant } from '#platform/dates';
import type { ComplaintState } from '../model/lifecycle.ts';
import type { Subject } from '../model/subjects.ts';
import { type ComplaintRow, tables } from './tables.ts';

export async function takeComplaintNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: string }>`select nextval('complaints.complaint_number') as n`.execute(tx);
  return Number(rows[0]?.n ?? 0);
}

export async function insertComplaint(tx: Tx, row: ComplaintRow): Promise<void> {
  await tables(tx).insertInto('complaint').values(row).execute();
}

/** A complaint the actor may see, locked until the deed is done. */
export function findComplaintForUpdate(tx: Tx, id: string): Promise<ComplaintRow | undefined> {
  return tables(tx).selectFrom('complaint').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateComplaint(
  tx: Tx,
  id: string,
  change: Pick<ComplaintRow, 'state' | 'since' | 'answer' | 'answered_by'>,
): Promise<void> {
  await tables(tx).updateTable('complaint').set(change).where('id', '=', id).execute();
}

export function findByNumber(tx: Tx, number: string): Promise<ComplaintRow | undefined> {
  return tables(tx).selectFrom('complaint').selectAll().where('number', '=', number).executeTakeFirst();
}

/** A complaint by the pair its author holds; nothing, and the same nothing, for a wrong number and a wrong code. */
export function findByPair(tx: Tx, number: string, codeSeal: string): Promise<ComplaintRow | undefined> {
  return tables(tx)
    .selectFrom('complaint')
    .selectAll()
    .where('number', '=', number)
    .where('code_seal', '=', codeSeal)
    .executeTakeFirst();
}

export function listOfApplication(tx: Tx, application: string): Promise<ComplaintRow[]> {
  return tables(tx)
    .selectFrom('complaint')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
}

/** Complaints in a state, the first promised first. */
export function listInState(tx: Tx, state: ComplaintState, limit: number): Promise<ComplaintRow[]> {
  return tables(tx)
    .selectFrom('complaint')
    .selectAll()
    .where('state', '=', state)
    .orderBy('answer_by')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export type SubjectCount = { subject: Subject; state: ComplaintState; complaints: number; overdue: number };

/** What was received from one instant until before another; overdue as of a day. */
export async function countBySubject(tx: Tx, period: { from: Instant; until: Instant; today: string }): Promise<SubjectCount[]> {
  const { rows } = await sql<SubjectCount>`
    select subject, state, count(*)::int as complaints,
      (count(*) filter (where state = 'received' and answer_by < ${period.today}::date))::int as overdue
    from complaints.complaint
    where received_at >= ${period.from.toString()}::timestamptz and received_at < ${period.until.toString()}::timestamptz
    group by subject, state order by complaints desc, subject, state`.execute(tx);
  return rows;
}
