import { anyOf, sql, type Tx, tablesOf } from '#platform/database';
import type { Verdict } from '../model/judgement.ts';

export type JudgementRow = {
  request_id: string;
  partner: string;
  ref: number;
  field: string;
  declared: string;
  answered: string;
  territory: string;
  verdict: Verdict;
  settles: boolean;
  reason: string;
  note: string | null;
  judged_at: string;
  judged_by: string;
  post: string | null;
};

const tables = tablesOf<{ judgement: JudgementRow }>('verifications');

export async function insertJudgements(tx: Tx, rows: readonly JudgementRow[]): Promise<void> {
  if (rows.length > 0)
    await tables(tx)
      .insertInto('judgement')
      .values([...rows])
      .execute();
}

export function listJudgements(tx: Tx, requests: readonly string[]): Promise<JudgementRow[]> {
  if (requests.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('judgement').selectAll().where('request_id', '=', anyOf(requests)).orderBy('judged_at').execute();
}

export type CheckOfRequest = { readonly request: string; readonly partner: string };

/** Keeps the answers of these checks among the former ones and opens them again, as if the partners had not been asked yet. */
export async function setAsideAnswers(tx: Tx, checks: readonly CheckOfRequest[], at: string): Promise<void> {
  if (checks.length === 0) return;
  await sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) as w(request uuid, partner text)
    ), kept as (
      insert into verifications.former_answer
        (request_id, partner, territory, asked_at, answered_at, envelope_id, source_date, stated_digest, answers, differences, set_aside_at)
      select c.request_id, c.partner, c.territory, c.asked_at, c.answered_at, c.envelope_id, c.source_date, c.stated_digest, c.answers,
        c.differences, ${at}::timestamptz
      from verifications.check c join wanted w on w.request = c.request_id and w.partner = c.partner where c.state = 'answered'
    )
    update verifications.check c set state = 'asked', asked_at = ${at}::timestamptz, answered_at = null, source_date = null, answers = null,
      differences = '[]', stated_digest = null
    from wanted w where w.request = c.request_id and w.partner = c.partner and c.state = 'answered'`.execute(tx);
}
