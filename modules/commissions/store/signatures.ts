import { sql, type Tx } from '#platform/database';
import type { Institution } from '../model/quorum.ts';
import { type SignatureRow, tables } from './tables.ts';

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
