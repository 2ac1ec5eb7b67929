import { anyOf, sql, type Tx } from '#platform/database';
import { newId } from '#platform/ids';
import { type ProofRow, type RecipientRow, tables } from './tables.ts';

export function findRecipient(tx: Tx, application: string): Promise<RecipientRow | undefined> {
  return tables(tx).selectFrom('recipient').selectAll().where('application_id', '=', application).executeTakeFirst();
}

/** Those who asked to be told of these requests. */
export function listRecipients(tx: Tx, applications: readonly string[]): Promise<RecipientRow[]> {
  return tables(tx)
    .selectFrom('recipient')
    .selectAll()
    .where('application_id', '=', anyOf(applications))
    .orderBy('application_id')
    .execute();
}

export function findRecipientByStop(tx: Tx, stopDigest: string): Promise<RecipientRow | undefined> {
  return tables(tx).selectFrom('recipient').selectAll().where('stop_digest', '=', stopDigest).executeTakeFirst();
}

/** The last place proven is the one written to. */
export async function keepRecipient(tx: Tx, row: RecipientRow): Promise<void> {
  const { channel, address, language, proven_at } = row;
  await tables(tx)
    .insertInto('recipient')
    .values(row)
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet({ channel, address, language, proven_at }))
    .execute();
}

export async function deleteRecipient(tx: Tx, application: string): Promise<void> {
  await tables(tx).deleteFrom('recipient').where('application_id', '=', application).execute();
}

/** The last code asked for is the one that is waited for. */
export async function keepProof(tx: Tx, row: ProofRow): Promise<void> {
  const { application_id: _key, territory: _place, ...rest } = row;
  await tables(tx)
    .insertInto('proof')
    .values(row)
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(rest))
    .execute();
}

export function findProof(tx: Tx, application: string): Promise<ProofRow | undefined> {
  return tables(tx).selectFrom('proof').selectAll().where('application_id', '=', application).executeTakeFirst();
}

/** Locked until the deed is done, so that tries made together are all counted. */
export function findProofForUpdate(tx: Tx, application: string): Promise<ProofRow | undefined> {
  return tables(tx).selectFrom('proof').selectAll().where('application_id', '=', application).forUpdate().executeTakeFirst();
}

export async function noteTry(tx: Tx, application: string, triesLeft: number): Promise<void> {
  await tables(tx).updateTable('proof').set({ tries_left: triesLeft }).where('application_id', '=', application).execute();
}

export async function deleteProof(tx: Tx, application: string): Promise<void> {
  await tables(tx).deleteFrom('proof').where('application_id', '=', application).execute();
}

/** Counts one more code for each digest, unless one of them has had its day's worth: then nothing is counted, and the answer is false. */
export async function countCode(
  tx: Tx,
  digests: readonly string[],
  rule: { now: string; since: string; most: number },
): Promise<boolean> {
  for (const digest of [...digests].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 0))`.execute(tx);
    const { count } = await tables(tx)
      .selectFrom('code_sent')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('digest', '=', digest)
      .where('at', '>', rule.since)
      .executeTakeFirstOrThrow();
    if (count >= rule.most) return false;
  }
  const rows = digests.map((digest) => ({ id: newId(), digest, at: rule.now }));
  await tables(tx).insertInto('code_sent').values(rows).execute();
  return true;
}

/** Codes that can prove nothing any more, and counts that count no more. */
export async function deleteStale(tx: Tx, { now, since }: { now: string; since: string }): Promise<void> {
  await tables(tx).deleteFrom('proof').where('expires_at', '<', now).execute();
  await tables(tx).deleteFrom('code_sent').where('at', '<', since).execute();
}
