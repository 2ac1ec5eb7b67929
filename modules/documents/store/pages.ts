import { anyOf, sql, type Tx } from '#platform/database';
import { type PageRow, type PromiseRow, tables } from './tables.ts';

/** One deed at a time on the papers of an owner: the limits are on all of them together. */
export async function lockOwner(tx: Tx, owner: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`documents.owner ${owner}`}, 0))`.execute(tx);
}

export function listPages(tx: Tx, owner: string): Promise<PageRow[]> {
  return tables(tx).selectFrom('page').selectAll().where('owner', '=', owner).orderBy('kept_at').orderBy('id').execute();
}

/** The kinds of clean pages of these owners, each once; those that were taken back do not count. */
export function listKinds(tx: Tx, owners: readonly string[]): Promise<Pick<PageRow, 'owner' | 'kind'>[]> {
  return tables(tx)
    .selectFrom('page')
    .select(['owner', 'kind'])
    .distinct()
    .where('owner', '=', anyOf(owners))
    .where('scan', '=', 'clean')
    .where('taken_back_at', 'is', null)
    .execute();
}

export function findPage(tx: Tx, id: string): Promise<PageRow | undefined> {
  return tables(tx).selectFrom('page').selectAll().where('id', '=', id).executeTakeFirst();
}

type TakingBack = Pick<PageRow, 'taken_back_at' | 'taken_back_by' | 'taken_back_reason' | 'taken_back_note'>;

const counting = { taken_back_at: null, taken_back_by: null, taken_back_reason: null, taken_back_note: null } as const;

export async function insertPage(tx: Tx, page: Omit<PageRow, keyof TakingBack>): Promise<void> {
  await tables(tx)
    .insertInto('page')
    .values({ ...page, ...counting })
    .execute();
}

export async function noteTakenBack(tx: Tx, id: string, why: TakingBack): Promise<void> {
  await tables(tx).updateTable('page').set(why).where('id', '=', id).execute();
}

/** A page taken back counts again. */
export async function bringBackPage(tx: Tx, id: string): Promise<void> {
  await tables(tx).updateTable('page').set(counting).where('id', '=', id).execute();
}

export async function setKind(tx: Tx, { id, kind }: Pick<PageRow, 'id' | 'kind'>): Promise<void> {
  await tables(tx).updateTable('page').set({ kind }).where('id', '=', id).execute();
}

export async function deletePage(tx: Tx, { owner, page }: { owner: string; page: string }): Promise<PageRow | undefined> {
  return tables(tx).deleteFrom('page').where('owner', '=', owner).where('id', '=', page).returningAll().executeTakeFirst();
}

export async function noteVerdict(tx: Tx, id: string, verdict: Pick<PageRow, 'scan' | 'scanned_at'>): Promise<void> {
  await tables(tx).updateTable('page').set(verdict).where('id', '=', id).execute();
}

/** Gives all pages and promises of one owner to another, in another territory. */
export async function moveOwner(
  tx: Tx,
  { from, ...target }: { from: string; owner: string; territory: string; at: string },
): Promise<PageRow[]> {
  const { owner, territory, at } = target;
  await tables(tx).updateTable('promised_paper').set({ owner, territory }).where('owner', '=', from).execute();
  return tables(tx)
    .updateTable('page')
    .set({ owner, territory, handed_over_at: at })
    .where('owner', '=', from)
    .returningAll()
    .execute();
}

export async function deleteOwners(tx: Tx, owners: readonly string[]): Promise<PageRow[]> {
  await tables(tx).deleteFrom('promised_paper').where('owner', '=', anyOf(owners)).execute();
  return tables(tx).deleteFrom('page').where('owner', '=', anyOf(owners)).returningAll().execute();
}

/** Ends of retention: for what never went onto a file, and for what did. */
export type Retention = { readonly unclaimedBefore: string; readonly keptBefore: string };

/** Destroys the rows of pages kept long enough, so many at most; what proves the minutes of a sitting stays as long as they do. */
export async function deleteOutdated(tx: Tx, { unclaimedBefore, keptBefore }: Retention, most: number): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    delete from documents.page where id in (
      select id from documents.page
      where owner not like 'sitting:%' and kept_at < case when handed_over_at is null then ${unclaimedBefore}::timestamptz else ${keptBefore}::timestamptz end
      order by kept_at limit ${most}::int for update skip locked
    ) returning *`.execute(tx);
  return rows;
}

export async function deleteOldPromises(tx: Tx, before: string): Promise<void> {
  await tables(tx).deleteFrom('promised_paper').where('promised_at', '<', before).execute();
}

/** Which of these checksums some page still has. */
export async function listKeptChecksums(tx: Tx, checksums: readonly string[]): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('page')
    .select('checksum')
    .distinct()
    .where('checksum', '=', anyOf(checksums))
    .where('scan', '<>', 'infected')
    .execute();
  return rows.map(({ checksum }) => checksum);
}

export function listPromises(tx: Tx, owner: string): Promise<PromiseRow[]> {
  return tables(tx).selectFrom('promised_paper').selectAll().where('owner', '=', owner).orderBy('kind').execute();
}

export async function keepPromise(tx: Tx, promise: PromiseRow): Promise<void> {
  await tables(tx)
    .insertInto('promised_paper')
    .values(promise)
    .onConflict((conflict) => conflict.columns(['owner', 'kind']).doNothing())
    .execute();
}

export async function dropPromise(tx: Tx, { owner, kind }: { owner: string; kind: string }): Promise<void> {
  await tables(tx).deleteFrom('promised_paper').where('owner', '=', owner).where('kind', '=', kind).execute();
}
