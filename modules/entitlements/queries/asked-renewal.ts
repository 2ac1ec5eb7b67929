import { listFilesInBrief } from '#modules/applications';
import type { Tx } from '#platform/database';
import { listRenewalsOf } from '../store/renewal-requests.ts';

/** The day on which a family asked for its rights again by a request that is still on its way; undefined where it may ask. */
export async function askedRenewalOn(tx: Tx, number: string): Promise<string | undefined> {
  const asked = (await listRenewalsOf(tx, [number])).filter(({ from_day }) => from_day === null);
  const files = await listFilesInBrief(
    tx,
    asked.map((row) => row.request_id),
  );
  const open = new Set(files.flatMap(({ id, state }) => (state === 'closed' ? [] : [id])));
  return asked.find((row) => open.has(row.request_id))?.asked_on;
}
