import { anyOf, sql, type Tx, tablesOf } from '#platform/database';

export type CheckRow = {
  request_id: string;
  partner: string;
  territory: string;
  state: 'asked' | 'answered' | 'silent';
  asked_at: string;
  answered_at: string | null;
  envelope_id: string | null;
  source_date: string | null;
  answers: unknown;
  differences: unknown;
};

const tables = tablesOf<{ check: CheckRow }>('verifications');

/** Saves how one partner stands towards requests. The first time it was asked is kept: it is what "waiting since" tells. */
export async function saveChecks(tx: Tx, rows: readonly CheckRow[]): Promise<void> {
  await sql`
    insert into verifications.check
    select * from jsonb_populate_recordset(null::verifications.check, ${JSON.stringify(rows)}::jsonb)
    order by request_id
    on conflict (request_id, partner) do update set state = excluded.state, answered_at = excluded.answered_at,
      envelope_id = coalesce(excluded.envelope_id, verifications.check.envelope_id), source_date = excluded.source_date, answers = excluded.answers, differences = excluded.differences
    where verifications.check.state <> 'answered'`.execute(tx);
}

export type Asked = { id: string; isAnswered: boolean; after: string | null };

/** Whether this partner has answered about each of these requests, with the envelope that last came back without a usable answer. */
export async function listAsked(tx: Tx, partner: string, requests: readonly string[]): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select wanted.id, coalesce(c.state = 'answered', false) as "isAnswered", c.envelope_id as after
    from unnest(${requests}::uuid[]) as wanted(id)
    left join verifications.check c on c.request_id = wanted.id and c.partner = ${partner}
    order by wanted.id`.execute(tx);
  return rows;
}

export function listChecks(tx: Tx, requests: readonly string[]): Promise<CheckRow[]> {
  if (requests.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('check').selectAll().where('request_id', '=', anyOf(requests)).orderBy('partner').execute();
}

export type Standing = { request_id: string; answered: number; to_settle: boolean };

/** How many partners have answered about each request, and whether anyone must settle a difference. */
export async function listStandings(tx: Tx, requests: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select request_id, count(*) filter (where state = 'answered')::int as answered,
      bool_or(differences @> '[{"weight": "to-settle"}]') as to_settle
    from verifications.check where request_id = any(${requests}::uuid[]) group by request_id`.execute(tx);
  return rows;
}
