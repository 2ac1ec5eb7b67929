import type { Tx } from '#platform/database';
import type { Difference } from '../model/checks.ts';
import { listChecks } from '../store/checks.ts';

/** A partner that holds a request up: silent since a moment, or answering otherwise than was declared. */
export type Holding = { readonly request: string; readonly partner: string; readonly silentSince: string | undefined };

/** Which partners hold these requests up; none for those that wait for none. */
export async function listHolding(tx: Tx, requests: readonly string[]): Promise<readonly Holding[]> {
  const checks = await listChecks(tx, requests);
  return checks.flatMap(({ request_id: request, partner, state, asked_at, differences }): readonly Holding[] => {
    if (state === 'silent') return [{ request, partner, silentSince: asked_at }];
    const toSettle = (differences as readonly Difference[]).some(({ weight }) => weight === 'to-settle');
    return toSettle ? [{ request, partner, silentSince: undefined }] : [];
  });
}
