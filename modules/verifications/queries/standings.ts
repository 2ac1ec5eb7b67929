import type { Tx } from '#platform/database';
import { checkPartners } from '../model/checks.ts';
import { type CheckInShort, listChecksInShort, listStandings } from '../store/checks.ts';

/** How the checks of a request stand: all in, and whether a difference must be settled. */
export type CheckStanding = { readonly request: string; readonly complete: boolean; readonly toSettle: boolean };

export async function standingsOf(tx: Tx, requests: readonly string[]): Promise<CheckStanding[]> {
  const rows = await listStandings(tx, requests);
  return rows.map((row) => ({
    request: row.request_id,
    complete: row.answered === checkPartners.length,
    toSettle: row.to_settle,
  }));
}

/** How each partner stands towards each of these requests, for whoever looks at many at once. */
export async function checksInShort(tx: Tx, requests: readonly string[]): Promise<ReadonlyMap<string, readonly CheckInShort[]>> {
  return Map.groupBy(await listChecksInShort(tx, requests), (check) => check.request_id);
}
