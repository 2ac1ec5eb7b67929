import { anyOf, sql, type Tx } from '#platform/database';
import type { Findings } from '../model/enquiry.ts';
import { type EnquiryRow, tables } from './tables.ts';

export async function insertEnquiries(tx: Tx, rows: readonly EnquiryRow[]): Promise<void> {
  await sql`insert into commissions.enquiry select * from jsonb_populate_recordset(null::commissions.enquiry, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

export function findEnquiryForUpdate(tx: Tx, id: string): Promise<EnquiryRow | undefined> {
  return tables(tx).selectFrom('enquiry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

type Answer = { readonly at: string; readonly by: string; readonly findings: Findings; readonly words: string };

export async function answerEnquiryRow(tx: Tx, id: string, { at, by, findings, words }: Answer): Promise<void> {
  await sql`
    update commissions.enquiry set answered_at = ${at}::timestamptz, answered_by = ${by}, findings = ${JSON.stringify(findings)}::jsonb,
      words = ${words} where id = ${id}`.execute(tx);
}

type Sought = { readonly open: boolean; readonly application?: string | undefined; readonly limit: number };

/** Enquiries that wait for an answer, the first due first; or those that have one, the last answered first. */
export function listEnquiries(tx: Tx, { open, application, limit }: Sought): Promise<EnquiryRow[]> {
  const found = tables(tx)
    .selectFrom('enquiry')
    .selectAll()
    .where('answered_at', open ? 'is' : 'is not', null)
    .$if(application !== undefined, (rows) => rows.where('application_id', '=', application ?? ''))
    .limit(limit);
  const ordered = open ? found.orderBy('due_on').orderBy('asked_at') : found.orderBy('answered_at', 'desc');
  return ordered.orderBy('id').execute();
}

/** The latest enquiry about each of these files, answered or not. */
export async function listLatestEnquiries(tx: Tx, applications: readonly string[]): Promise<EnquiryRow[]> {
  if (applications.length === 0) return [];
  return tables(tx)
    .selectFrom('enquiry')
    .distinctOn('application_id')
    .selectAll()
    .where('application_id', '=', anyOf(applications))
    .orderBy('application_id')
    .orderBy('asked_at', 'desc')
    .execute();
}
