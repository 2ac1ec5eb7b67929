import type { Tx } from '#platform/database';
import { toDate } from '#platform/dates';
import { emergenciesUntil } from '../model/receipt-days.ts';
import { listFiledOn, listStandingAt } from '../store/receipts.ts';

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
  return (await listStandingAt(tx, { requests, numbers }, knownAt)).map(toStandingReceipt);
}

/** The standing receipts of the requests filed on a day, a page of it; `next` is where the following page begins. */
export async function listReceiptsFiledOn(
  tx: Tx,
  page: { readonly filedOn: string; readonly after: string; readonly limit: number },
  knownAt: string,
): Promise<{ readonly receipts: readonly StandingReceipt[]; readonly next: string | undefined }> {
  const rows = await listFiledOn(tx, page, knownAt);
  const receipts = rows.filter(({ stands }) => stands).map(toStandingReceipt);
  return { receipts, next: rows.length < page.limit ? undefined : rows.at(-1)?.id };
}

type Filed = { readonly id: string; readonly number: string; readonly territory: string; readonly filed_on: string };

function toStandingReceipt({ id, number, territory, filed_on }: Filed): StandingReceipt {
  return { request: id, number, territory, from: filed_on, to: emergenciesUntil(toDate(filed_on)).toString() };
}
