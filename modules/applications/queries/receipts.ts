import type { Tx } from '#platform/database';
import { toDate } from '#platform/dates';
import { emergenciesUntil } from '../model/receipt-days.ts';
import { listStandingAt } from '../store/receipts.ts';

/** The receipt of a request that stands: the days on which it opens emergency care, both included. */
export type StandingReceipt = {
  readonly request: string;
  readonly number: string;
  readonly territory: string;
  readonly from: string;
  readonly to: string;
};

/** The receipts of these requests, by identifier or by number, as far as they were known at an instant and their requests not closed. */
export async function listStandingReceipts(
  tx: Tx,
  { requests, numbers }: { readonly requests: readonly string[]; readonly numbers: readonly string[] },
  knownAt: string,
): Promise<readonly StandingReceipt[]> {
  if (requests.length + numbers.length === 0) return [];
  const rows = await listStandingAt(tx, { requests, numbers }, knownAt);
  return rows.map(({ id, number, territory, filed_on }) => ({
    ...{ request: id, number, territory, from: filed_on },
    to: emergenciesUntil(toDate(filed_on)).toString(),
  }));
}
