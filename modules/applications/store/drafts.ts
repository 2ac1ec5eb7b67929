import { sql, type Tx } from '#platform/database';
import { type DraftCodeRow, type DraftRow, tables } from './tables.ts';

export function findDraft(tx: Tx, id: string): Promise<DraftRow | undefined> {
  return tables(tx).selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findDraftForUpdate(tx: Tx, id: string): Promise<DraftRow | undefined> {
  return tables(tx).selectFrom('draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Stores a new draft and what its code opens. A code that somebody tried before it was anybody's keeps its tries. */
export async function insertDraft(tx: Tx, draft: DraftRow, code: Omit<DraftCodeRow, 'tries' | 'tried_at'>): Promise<void> {
  await sql`
    insert into applications.draft
    select * from jsonb_populate_record(null::applications.draft, ${JSON.stringify(draft)}::jsonb)`.execute(tx);
  await sql`
    insert into applications.draft_code (code_digest, territory, draft_id, head_birth_date)
    values (${code.code_digest}, ${code.territory}, ${code.draft_id}, ${code.head_birth_date})
    on conflict (code_digest) do update set draft_id = excluded.draft_id, head_birth_date = excluded.head_birth_date`.execute(tx);
}

export type DraftChange = Partial<Omit<DraftRow, 'id' | 'territory' | 'code_digest' | 'opened_at' | 'answers'>> &
  Pick<DraftRow, 'answers'>;

export async function updateDraft(tx: Tx, id: string, { answers, ...change }: DraftChange): Promise<void> {
  await tables(tx)
    .updateTable('draft')
    .set({ ...change, answers: sql`${JSON.stringify(answers)}::jsonb` })
    .where('id', '=', id)
    .execute();
}

export async function noteBirthDate(tx: Tx, codeDigest: string, birthDate: string | null): Promise<void> {
  await tables(tx).updateTable('draft_code').set({ head_birth_date: birthDate }).where('code_digest', '=', codeDigest).execute();
}

/** Locks what a code opens; a code that nobody ever had gets a row of its own, to count its tries as those of any other. */
export async function takeCode(tx: Tx, codeDigest: string, territory: string): Promise<DraftCodeRow> {
  await sql`
    insert into applications.draft_code (code_digest, territory) values (${codeDigest}, ${territory})
    on conflict (code_digest) do nothing`.execute(tx);
  return tables(tx)
    .selectFrom('draft_code')
    .selectAll()
    .where('code_digest', '=', codeDigest)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function noteTries(tx: Tx, codeDigest: string, tries: number, at: string): Promise<void> {
  await tables(tx).updateTable('draft_code').set({ tries, tried_at: at }).where('code_digest', '=', codeDigest).execute();
}

/** Destroys a draft and its code; the request that came of it, if any, stays. */
export async function deleteDraft(tx: Tx, { id, code_digest }: Pick<DraftRow, 'id' | 'code_digest'>): Promise<void> {
  await tables(tx).deleteFrom('draft').where('id', '=', id).execute();
  await tables(tx).deleteFrom('draft_code').where('code_digest', '=', code_digest).execute();
}

/** The code of a submitted draft opens nothing any more. */
export async function deleteCode(tx: Tx, codeDigest: string): Promise<void> {
  await tables(tx).deleteFrom('draft_code').where('code_digest', '=', codeDigest).execute();
}

/** Destroys drafts nobody touched since a moment, the oldest first and so many at most, and tries of codes that were nobody's. */
export async function deleteAbandoned(tx: Tx, before: string, most: number): Promise<Pick<DraftRow, 'id' | 'territory'>[]> {
  const { rows } = await sql<Pick<DraftRow, 'id' | 'territory'>>`
    with abandoned as (
      select id from applications.draft where saved_at < ${before}::timestamptz order by saved_at limit ${most}::int for update
    ), gone as (
      delete from applications.draft d using abandoned a where d.id = a.id returning d.id, d.territory, d.code_digest
    ), codes as (
      delete from applications.draft_code c using gone g where c.code_digest = g.code_digest
    )
    select id, territory from gone order by id`.execute(tx);
  await sql`
    delete from applications.draft_code where draft_id is null and tried_at < ${before}::timestamptz`.execute(tx);
  return rows;
}

/** Whether a head or a spouse with one of these cards stands in an open request, anywhere, apart from some: not which. */
export async function hasOpenRequest(tx: Tx, cards: readonly string[], apart: readonly string[] = []): Promise<boolean> {
  const { rows } = await sql<{
    open: boolean;
  }>`select applications.has_open_request(${[...cards]}::text[], ${[...apart]}::uuid[]) as open`.execute(tx);
  return rows[0]?.open ?? false;
}
