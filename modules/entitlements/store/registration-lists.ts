import { sql, type Tx } from '#platform/database';
import type { ListFault } from '#platform/lists';
import type { RegistrationListFormat } from '../model/registration-list.ts';
import type { RecordResult } from '../model/rejection.ts';

export type RegistrationListState = 'receiving' | 'ended' | 'unreadable';

export type RegistrationListRow = {
  readonly id: string;
  readonly sender: string;
  readonly province: string;
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly familiesTold: number;
  readonly fileDigest: string;
  readonly filePath: string;
  readonly format: RegistrationListFormat;
  readonly state: RegistrationListState;
  readonly nextOrdinal: number;
  readonly fault: ListFault | null;
  readonly receivedAt: string;
  readonly endedAt: string | null;
};

const columns = sql.raw(`
  id, sender, province, reference, from_day as "from", to_day as "to", families_told as "familiesTold", file_digest as "fileDigest",
  file_path as "filePath", format, state, next_ordinal as "nextOrdinal", fault, received_at as "receivedAt", ended_at as "endedAt"`);

type NewList = Omit<RegistrationListRow, 'state' | 'nextOrdinal' | 'fault' | 'endedAt'> & { readonly receivedBy: string };

/** Stores a list that came, unless its sender has used the reference before; tells whether it did. */
export async function insertRegistrationList(tx: Tx, list: NewList): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into entitlements.registration_list (id, sender, province, reference, from_day, to_day, families_told, file_digest, file_path, format,
      state, received_at, received_by, territory)
    values (${list.id}, ${list.sender}, ${list.province}, ${list.reference}, ${list.from}, ${list.to}, ${list.familiesTold}, ${list.fileDigest},
      ${list.filePath}, ${list.format}, 'receiving', ${list.receivedAt}, ${list.receivedBy}, ${list.province})
    on conflict (sender, reference) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function findRegistrationList(tx: Tx, id: string): Promise<RegistrationListRow | undefined> {
  const { rows } = await sql<RegistrationListRow>`
    select ${columns} from entitlements.registration_list where id = ${id}`.execute(tx);
  return rows[0];
}

export async function findRegistrationListByDigest(tx: Tx, digest: string): Promise<RegistrationListRow | undefined> {
  const { rows } = await sql<RegistrationListRow>`
    select ${columns} from entitlements.registration_list where file_digest = ${digest}`.execute(tx);
  return rows[0];
}

export async function getRegistrationListForUpdate(tx: Tx, id: string): Promise<RegistrationListRow> {
  const { rows } = await sql<RegistrationListRow>`
    select ${columns} from entitlements.registration_list where id = ${id} for update`.execute(tx);
  const [found] = rows;
  if (!found) throw new Error(`list to register ${id} is not stored`);
  return found;
}

export async function listRegistrationLists(tx: Tx, limit: number): Promise<RegistrationListRow[]> {
  const { rows } = await sql<RegistrationListRow>`
    select ${columns} from entitlements.registration_list order by received_at desc, id desc limit ${limit}::int`.execute(tx);
  return rows;
}

export type RecordRow = {
  readonly list_id: string;
  readonly ordinal: number;
  readonly line: number;
  readonly request_number: string | null;
  readonly request_id: string | null;
  readonly result: RecordResult;
  readonly code: string | null;
  readonly place: string;
  readonly territory: string;
};

/** Stores what became of the next records of a list, and how far its reading has come. */
export async function insertRecords(tx: Tx, list: string, rows: readonly RecordRow[], next: number): Promise<void> {
  await sql`
    insert into entitlements.registration_record
    select * from jsonb_populate_recordset(null::entitlements.registration_record, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
  await sql`update entitlements.registration_list set next_ordinal = ${next}::int where id = ${list}`.execute(tx);
}

type Ended = { readonly state: 'ended' | 'unreadable'; readonly fault: ListFault | null; readonly at: string };

export async function endRegistrationList(tx: Tx, id: string, { state, fault, at }: Ended): Promise<void> {
  await sql`
    update entitlements.registration_list set state = ${state}, fault = ${fault === null ? null : JSON.stringify(fault)}::jsonb,
      ended_at = ${at}::timestamptz where id = ${id}`.execute(tx);
}

/**
 * Who waited or was held when the list was read may be registered since, or sent back by hand: that is what is told. A renewal is registered under
 * its own request, ahead of its first day.
 */
const told = sql.raw(`case when r.result not in ('waiting', 'held') then r.result when g.number is not null then 'registered'
  when j.code is not null then 'rejected' else r.result end`);
const code = sql.raw('coalesce(j.code, r.code)');
const known = sql.raw(`entitlements.registration_record r
  left join lateral (
    select number from entitlements.registration where request_id = r.request_id
    union select registration_number from entitlements.renewal
      where (request_id = r.request_id or previous_request = r.request_id) and from_day is not null
    limit 1) g on true
  left join lateral (
    select b.code from entitlements.rejection b join entitlements.registration_list l on l.id = r.list_id
    where r.result in ('waiting', 'held') and b.request_id = r.request_id and b.at >= l.received_at
    order by b.at desc limit 1) j on true`);

export type CountedResult = { list: string; result: RecordResult; code: string | null; records: number };

/** How many records of these lists came to what, by code. */
export async function countResults(tx: Tx, lists: readonly string[]): Promise<CountedResult[]> {
  const { rows } = await sql<CountedResult>`
    select list, result, case when result in ('registered', 'waiting') then null else code end as code, count(*)::int as records
    from (select r.list_id as list, ${told} as result, ${code} as code from ${known} where r.list_id = any(${[...lists]}::uuid[])) as t
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx);
  return rows;
}

export type ToldRecord = {
  readonly ordinal: number;
  readonly line: number;
  readonly request: string | null;
  readonly application: string | null;
  readonly result: RecordResult;
  readonly registration: string | null;
  readonly code: string | null;
  readonly place: string;
};

type Page = { readonly list: string; readonly after: number; readonly limit: number; readonly results: readonly RecordResult[] };

/** The records of a list in its order, or those that came to some results. */
export async function listRecords(tx: Tx, { list, after, limit, results }: Page): Promise<ToldRecord[]> {
  const { rows } = await sql<ToldRecord>`
    select * from (
      select r.ordinal, r.line, r.request_number as request, r.request_id as application, ${told} as result,
        case when ${told} = 'registered' then g.number end as registration, case when ${told} not in ('registered', 'waiting') then ${code} end as code, r.place
      from ${known} where r.list_id = ${list} and r.ordinal > ${after}::int
    ) as t where ${results.length === 0}::boolean or t.result = any(${[...results]}::text[]) order by ordinal limit ${limit}::int`.execute(
    tx,
  );
  return rows;
}
