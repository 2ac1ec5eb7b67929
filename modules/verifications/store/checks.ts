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
  stated_digest: string | null;
};

const tables = tablesOf<{ check: CheckRow }>('verifications');

/** Saves how one partner stands towards requests. The first time it was asked is kept: it is what "waiting since" tells. */
export async function saveChecks(tx: Tx, rows: readonly CheckRow[]): Promise<void> {
  await sql`
    insert into verifications.check
    select * from jsonb_populate_recordset(null::verifications.check, ${JSON.stringify(rows)}::jsonb)
    order by request_id
    on conflict (request_id, partner) do update set state = excluded.state, answered_at = excluded.answered_at,
      envelope_id = coalesce(excluded.envelope_id, verifications.check.envelope_id), source_date = excluded.source_date, answers = excluded.answers, differences = excluded.differences,
      stated_digest = excluded.stated_digest
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

export type AnsweredRow = Pick<CheckRow, 'partner' | 'answers' | 'differences'> & { answered_at: string };

/** The answers about a request that stood at an instant: those of today and those that were set aside since. */
export async function listStoodAt(tx: Tx, request: string, at: string): Promise<AnsweredRow[]> {
  const { rows } = await sql<AnsweredRow>`
    select partner, answered_at, answers, differences from verifications.check
    where request_id = ${request} and state = 'answered' and answered_at <= ${at}::timestamptz
    union all
    select partner, answered_at, answers, differences from verifications.former_answer
    where request_id = ${request} and answered_at <= ${at}::timestamptz and set_aside_at > ${at}::timestamptz
    order by partner`.execute(tx);
  return rows;
}

export type CheckInShort = Pick<CheckRow, 'request_id' | 'partner' | 'state' | 'answered_at'> & {
  settled: number;
  known: number;
};

/** How each partner stands towards requests, without what it answered: how many differences there were to settle, and to know of. */
export async function listChecksInShort(tx: Tx, requests: readonly string[]): Promise<CheckInShort[]> {
  const { rows } = await sql<CheckInShort>`
    select c.request_id, c.partner, c.state, c.answered_at,
      jsonb_array_length(jsonb_path_query_array(c.differences, '$[*] ? (@.weight == "to-settle")')) as settled,
      jsonb_array_length(jsonb_path_query_array(c.differences, '$[*] ? (@.weight == "to-know")')) as known
    from verifications.check c where c.request_id = any(${requests}::uuid[]) order by c.request_id, c.partner`.execute(tx);
  return rows;
}

export type Standing = { request_id: string; answered: number; to_settle: boolean };

/** Whether a check has a difference that nobody has settled for these two values. */
const isOpen = sql`exists (
  select from jsonb_array_elements(c.differences) d
  where d->>'weight' = 'to-settle' and not exists (
    select from verifications.judgement j
    where j.request_id = c.request_id and j.settles and j.partner = c.partner and j.ref = (d->>'ref')::int and j.field = d->>'field'
      and j.declared = d->>'declared' and j.answered = d->>'answered'))`;

/** How many partners have answered about each request, and whether anyone must settle a difference. */
export async function listStandings(tx: Tx, requests: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select c.request_id, count(*) filter (where c.state = 'answered')::int as answered,
      bool_or(c.differences @> '[{"weight": "to-settle"}]' and ${isOpen}) as to_settle
    from verifications.check c where c.request_id = any(${requests}::uuid[]) group by c.request_id`.execute(tx);
  return rows;
}
