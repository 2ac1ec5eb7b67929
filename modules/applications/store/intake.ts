import { sql, type Tx } from '#platform/database';
import type { Refusal } from '#platform/refusals';
import type { ApplicationRow, BatchRow } from './tables.ts';
import { tables } from './tables.ts';

/** Takes the next numbers of the national sequence, as many as asked, in one go. */
export async function takeSequence(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('applications.application_number') as n from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.n);
}

export type Known = {
  sender: string;
  reference: string;
  adult_cards: string[];
  declaration_digest: string;
  number: string;
  territory: string;
  open: boolean;
};

/** What is already here under these references or these cards of heads and spouses: the ground on which a record is "already received" or "duplicate". */
export async function listKnown(
  tx: Tx,
  sender: string,
  references: readonly string[],
  cards: readonly string[],
): Promise<Known[]> {
  await preferIndexes(tx, true);
  const { rows } = await sql<Known>`
    select sender, reference, adult_cards, declaration_digest, number, territory, state <> 'closed' as open from applications.application
    where sender = ${sender} and reference = any(${references})
    union
    select sender, reference, adult_cards, declaration_digest, number, territory, true from applications.application
    where id = any(array(select application_id from applications.adult_card where cnie = any(${cards})))
      and state <> 'closed' and kind in ('new', 'renewal')`.execute(tx);
  await preferIndexes(tx, false);
  return rows;
}

/** While a file of a whole province arrives the planner still believes the tables small, and would read them whole at each chunk. */
async function preferIndexes(tx: Tx, only: boolean): Promise<void> {
  await sql`select set_config('enable_seqscan', ${only ? 'off' : 'on'}, true)`.execute(tx);
}

/** Files are opened one chunk at a time in the whole nation: two files read at once cannot both open a request for the same spouse. */
export async function lockFiling(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('applications.filing', 0))`.execute(tx);
}

/** Stores new files and the first row of their timelines. */
export async function insertApplications(
  tx: Tx,
  rows: readonly Omit<ApplicationRow, 'proposal' | 'outcome' | 'closed_for'>[],
  actor: string,
): Promise<number> {
  if (rows.length === 0) return 0;
  const { numAffectedRows } = await sql`
    with arrived as (
      insert into applications.application (id, number, kind, state, since, territory, sender, reference, batch_id, filed_on, head_cnie,
        adult_cards, head_birth_date, head_names, declaration, declaration_digest)
      select id, number, kind, state, since, territory, sender, reference, batch_id, filed_on, head_cnie, adult_cards, head_birth_date,
        head_names, declaration, declaration_digest
      from jsonb_populate_recordset(null::applications.application, ${JSON.stringify(rows)}::jsonb)
      on conflict (id) do nothing
      returning id, territory, state, since, adult_cards
    ), holding as (
      insert into applications.adult_card (cnie, application_id, territory) select distinct unnest(adult_cards), id, territory from arrived
    )
    insert into applications.passage (application_id, territory, from_state, to_state, deed_name, at, actor)
    select id, territory, null, state, 'submit', since, ${actor} from arrived order by id`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export type RefusedRecord = {
  ordinal: number;
  line: number;
  reference: string | null;
  rule: string;
  refusals: readonly Refusal[];
};

export async function insertRefusedRecords(tx: Tx, batch: BatchRow, records: readonly RefusedRecord[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    insert into applications.refused_record (batch_id, territory, ordinal, line, reference, rule, refusals)
    select ${batch.id}::uuid, ${batch.territory}, ordinal, line, reference, rule, refusals
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as r(ordinal int, line int, reference text, rule text, refusals jsonb)`.execute(tx);
}

export function findBatch(tx: Tx, id: string): Promise<BatchRow | undefined> {
  return tables(tx).selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Stores a batch, unless the same file is here already; tells whether it was new. */
export async function insertBatch(tx: Tx, row: Omit<BatchRow, 'fault' | 'finished_at'>): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('batch')
    .values({ ...row, fault: null, finished_at: null })
    .onConflict((conflict) => conflict.column('file_digest').doNothing())
    .executeTakeFirst();
  return stored.numInsertedOrUpdatedRows === 1n;
}

export function getBatchByDigest(tx: Tx, digest: string): Promise<BatchRow> {
  return tables(tx).selectFrom('batch').selectAll().where('file_digest', '=', digest).executeTakeFirstOrThrow();
}

/** Locks a batch for the records about to be stored. */
export function getBatchForUpdate(tx: Tx, id: string): Promise<BatchRow> {
  return tables(tx).selectFrom('batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

export async function updateBatch(tx: Tx, id: string, change: Partial<BatchRow>): Promise<void> {
  await tables(tx).updateTable('batch').set(change).where('id', '=', id).execute();
}
