import { sql, type Tx } from '#platform/database';
import type { Institution } from '../model/quorum.ts';
import { type SignatureRow, type SignedPaperRow, type SittingRow, tables } from './tables.ts';

export type SignedRow = { sitting_id: string; institution: Institution };

/** Which institutions have signed the minutes of each of these sittings, by a member with a voice. */
export async function listInstitutionsSigned(tx: Tx, sittings: readonly string[]): Promise<SignedRow[]> {
  const { rows } = await sql<SignedRow>`
    select distinct g.sitting_id, m.institution from commissions.signature g
    join commissions.member m on m.id = g.member_id and m.seat <> 'secretary'
    join commissions.sitting s on s.id = g.sitting_id and s.minutes_digest = g.minutes_digest
    where g.sitting_id = any(${[...sittings]}::uuid[])`.execute(tx);
  return rows;
}

/** Who signed the minutes of a sitting as they stand: what was signed of another text counts for nothing. */
export function listSignatures(
  tx: Tx,
  { id, minutes_digest }: Pick<SittingRow, 'id' | 'minutes_digest'>,
): Promise<SignatureRow[]> {
  return tables(tx)
    .selectFrom('signature')
    .selectAll()
    .where('sitting_id', '=', id)
    .where('minutes_digest', '=', minutes_digest)
    .orderBy('at')
    .orderBy('member_id')
    .execute();
}

/** Every signature on minutes of a sitting and every scan of them, of whatever text: for whoever holds them against the minutes that stand. */
export async function listAllSigned(
  tx: Tx,
  sitting: string,
): Promise<{ readonly signatures: SignatureRow[]; readonly papers: SignedPaperRow[] }> {
  const signed = tables(tx).selectFrom('signature').selectAll().where('sitting_id', '=', sitting);
  const scanned = tables(tx).selectFrom('signed_paper').selectAll().where('sitting_id', '=', sitting);
  return {
    signatures: await signed.orderBy('at').orderBy('member_id').execute(),
    papers: await scanned.orderBy('at').orderBy('page_id').execute(),
  };
}

/** Which of these sittings an agent has signed the minutes of, by whatever way. */
export async function listSignedBy(tx: Tx, agent: string, sittings: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sitting_id: string }>`
    select distinct g.sitting_id from commissions.signature g join commissions.member m on m.id = g.member_id
    join commissions.sitting s on s.id = g.sitting_id and s.minutes_digest = g.minutes_digest
    where g.sitting_id = any(${[...sittings]}::uuid[]) and m.agent_id = ${agent}`.execute(tx);
  return rows.map((row) => row.sitting_id);
}

export async function insertSignedPaper(tx: Tx, row: SignedPaperRow): Promise<void> {
  await tables(tx).insertInto('signed_paper').values(row).execute();
}

/** The scans of the minutes of a sitting as they stand, the first first. */
export function listSignedPapers(
  tx: Tx,
  { id, minutes_digest }: Pick<SittingRow, 'id' | 'minutes_digest'>,
): Promise<SignedPaperRow[]> {
  return tables(tx)
    .selectFrom('signed_paper')
    .selectAll()
    .where('sitting_id', '=', id)
    .where('minutes_digest', '=', minutes_digest)
    .orderBy('at')
    .orderBy('page_id')
    .execute();
}

/** One scan of a sitting that the asker may see, of whatever text. */
export function findSignedPaper(tx: Tx, sitting: string, page: string): Promise<SignedPaperRow | undefined> {
  return tables(tx)
    .selectFrom('signed_paper')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .where('page_id', '=', page)
    .executeTakeFirst();
}

/** Notes signatures; gives how many are new. */
export async function insertSignatures(tx: Tx, rows: readonly SignatureRow[]): Promise<number> {
  const kept = await tables(tx)
    .insertInto('signature')
    .values([...rows])
    .onConflict((same) => same.doNothing())
    .returning('member_id')
    .execute();
  return kept.length;
}
