import type { Tx } from '#platform/database';
import { listControlsIn } from '../store/controls.ts';

/** Of these requests, those whose families the insurers have declared covered nowhere else: the others may not be registered. */
export async function listCleared(tx: Tx, requests: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await listControlsIn(tx, 'clear', requests)).map((control) => control.request_id));
}
