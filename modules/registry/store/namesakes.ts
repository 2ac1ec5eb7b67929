import { sql, type Tx } from '#platform/database';
import type { Estimate } from '../model/matching/estimate.ts';

/** What the last search that ended has learned of the register. */
export async function findLearned(tx: Tx): Promise<Estimate | undefined> {
  const { rows } = await sql<{ estimate: Estimate | null }>`
    select estimate from registry.duplicate_search where step = 'ended' order by ended_at desc limit 1`.execute(tx);
  return rows[0]?.estimate ?? undefined;
}
