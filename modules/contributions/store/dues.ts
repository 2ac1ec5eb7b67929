import { anyOf, sql, type Tx, tablesOf } from '#platform/database';
import type { DueState } from '../model/due.ts';

export type ContributionsTables = {
  due: {
    notice: string;
    registration_number: string;
    year_of_right: number;
    persons: number;
    amount_centimes: number;
    state: DueState;
    assessed_on: string;
    territory: string;
    /** Last day on which a payment opens something; null for what was assessed before this was kept. */
    payable_until: string | null;
    /** The year of rights that the payment opened, where it is a later one than the year it was asked for. */
    credited_year: number | null;
  };
  payment: {
    id: string;
    notice: string;
    amount_centimes: number;
    paid_at: string;
    branch: string;
    state: string;
    territory: string;
  };
};
export type DueRow = ContributionsTables['due'];
export type PaymentRow = ContributionsTables['payment'];

export const tables = tablesOf<ContributionsTables>('contributions');

export async function takeNoticeNumbers(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('contributions.notice_number') as n from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.n);
}

export async function insertDues(tx: Tx, rows: readonly DueRow[]): Promise<void> {
  await sql`insert into contributions.due select * from jsonb_populate_recordset(null::contributions.due, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

export function findDueForUpdate(tx: Tx, notice: string): Promise<DueRow | undefined> {
  return tables(tx).selectFrom('due').selectAll().where('notice', '=', notice).forUpdate().executeTakeFirst();
}

export function listDuesOf(tx: Tx, registrations: readonly string[]): Promise<DueRow[]> {
  if (registrations.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('due')
    .selectAll()
    .where('registration_number', '=', anyOf(registrations))
    .orderBy('registration_number')
    .orderBy('year_of_right')
    .orderBy('notice')
    .execute();
}

/** The dues of some families, locked for a change. */
export function listDuesForUpdate(tx: Tx, registrations: readonly string[]): Promise<DueRow[]> {
  return tables(tx)
    .selectFrom('due')
    .selectAll()
    .where('registration_number', '=', anyOf(registrations))
    .orderBy('notice')
    .forUpdate()
    .execute();
}

export function listPaymentsOf(tx: Tx, notices: readonly string[]): Promise<PaymentRow[]> {
  if (notices.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('payment').selectAll().where('notice', '=', anyOf(notices)).orderBy('paid_at').execute();
}

export function findPayment(tx: Tx, id: string): Promise<PaymentRow | undefined> {
  return tables(tx).selectFrom('payment').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertPayment(tx: Tx, row: PaymentRow): Promise<void> {
  await tables(tx).insertInto('payment').values(row).execute();
}

export async function settleDue(tx: Tx, notice: string): Promise<void> {
  await tables(tx).updateTable('due').set({ state: 'paid' }).where('notice', '=', notice).execute();
}

export async function creditDue(tx: Tx, notice: string, year: number): Promise<void> {
  await tables(tx).updateTable('due').set({ credited_year: year }).where('notice', '=', notice).execute();
}

export async function moveDue(tx: Tx, notice: string, territory: string): Promise<void> {
  await tables(tx).updateTable('due').set({ territory }).where('notice', '=', notice).execute();
}

export async function waiveDue(tx: Tx, notice: string): Promise<void> {
  await tables(tx).updateTable('due').set({ state: 'waived' }).where('notice', '=', notice).execute();
}
